package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/** How explanations name tasks, locks and places. */
final class Explanations {

    private Explanations() {}

    static String task(Task task) {
        return task == null ? "A task" : task.comm() + "/" + task.pid();
    }

    static String lock(Lock lock) {
        return lock.classText() == null ? "a lock" : lock.classText();
    }

    /** "A", "A and B", "A, B and C". */
    static String list(List<String> names) {
        var last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** " in FUNCTION (FILE:LINE)", nothing where the place is not known. */
    static String in(StackFrame at) {
        return place(" in ", at);
    }

    /** " by FUNCTION (FILE:LINE)", nothing where the place is not known. */
    static String by(StackFrame at) {
        return place(" by ", at);
    }

    /** "FUNCTION (FILE:LINE)", for a place that is known. */
    static String place(StackFrame at) {
        return place("", at);
    }

    private static String place(String word, StackFrame at) {
        return at == null || at.function() == null
                ? ""
                : word
                        + FrameRole.readableName(at.function())
                        + (at.file() == null || at.line() == null || at.line() <= 0
                                ? ""
                                : " (" + at.file() + ":" + at.line() + ")");
    }

    /** " in FUNCTION (FILE:LINE)" for where the report's own task took a lock, which may be behind a lock function. */
    static String in(Lock taken, Report report) {
        return in(taken, StackPath.taker(StackPath.place(taken), trace(report)), report);
    }

    /** The same; what takes the lock for its caller is named, too, where the title has it. */
    static String in(Lock taken, StackFrame taker, Report report) {
        var at = StackPath.place(taken);
        var isCalled = at != null && taker != null && taker != at && FrameRole.of(at) == FrameRole.HELPER;
        return isCalled && report.title() != null && report.title().endsWith(in(at.function()))
                ? in(at) + " on behalf of " + place(taker)
                : in(taker);
    }

    /** "LOCK, taken in FUNCTION (FILE:LINE)" for a lock that the task holds; the lock alone where the place is not known. */
    static String held(Lock held) {
        var in = in(StackPath.taker(StackPath.place(held), List.of()));
        return lock(held) + (in.isEmpty() ? "" : ", taken" + in);
    }

    private static String in(String function) {
        return " in " + FrameRole.readableName(function);
    }

    /** The frames of the backtrace, none where there is none. */
    static List<StackFrame> trace(Report report) {
        return report.backtrace() == null ? List.of() : report.backtrace().frames();
    }
}
