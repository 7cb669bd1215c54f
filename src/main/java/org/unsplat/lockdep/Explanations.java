package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/** The phrases that explanations use for tasks, locks and places. */
final class Explanations {

    private Explanations() {}

    static String task(Task task) {
        return task == null ? "A task" : task.name();
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

    /** " in FUNCTION (FILE:LINE)", empty if the place is unknown. */
    static String in(StackFrame at) {
        return place(" in ", at);
    }

    /** " by FUNCTION (FILE:LINE)", empty if the place is unknown. */
    static String by(StackFrame at) {
        return place(" by ", at);
    }

    /** "FUNCTION (FILE:LINE)", empty if the place is unknown. */
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

    /** " in FUNCTION (FILE:LINE)" for the place where the report's task took a lock; lock functions are skipped. */
    static String in(Lock taken, Report report) {
        return in(taken, StackPath.taker(StackPath.place(taken), trace(report)), report);
    }

    /** The same for a known taker. If the title names the helper that took the lock, the phrase does too. */
    static String in(Lock taken, StackFrame taker, Report report) {
        var at = StackPath.place(taken);
        var isCalled = at != null && taker != null && taker != at && FrameRole.of(at) == FrameRole.HELPER;
        return isCalled && report.title() != null && report.title().endsWith(in(at.function()))
                ? in(at) + " on behalf of " + place(taker)
                : in(taker);
    }

    /** "LOCK, taken in FUNCTION (FILE:LINE)" for a held lock; only the lock if the place is unknown. */
    static String held(Lock held) {
        var in = in(StackPath.taker(StackPath.place(held), List.of()));
        return lock(held) + (in.isEmpty() ? "" : ", taken" + in);
    }

    private static String in(String function) {
        return " in " + FrameRole.readableName(function);
    }

    /** The frames of the backtrace; empty if there is none. */
    static List<StackFrame> trace(Report report) {
        return Backtrace.frames(report.backtrace());
    }
}
