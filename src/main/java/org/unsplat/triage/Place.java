package org.unsplat.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * A place in a report: {@code write of 8 bytes in __flush_work}, {@code kernel/workqueue.c:4178}.
 *
 * @param what what happens there
 * @param file within the kernel's tree, null if the log was not symbolized
 * @param line null if the file is
 */
public record Place(String what, String file, Integer line) {

    /** A place without a file. */
    public Place(String what) {
        this(what, null, null);
    }

    /** The places of a report, beginning with that of its first access or sentence; possibly none. */
    public static List<Place> of(Report report) {
        var places = new ArrayList<Place>();
        if (report.race() != null) {
            report.race().accesses().forEach(access -> places.add(of(access)));
        } else if (report.lockdep() != null) {
            addLocks(report.lockdep(), report.backtrace(), places);
        }
        places.removeIf(Objects::isNull);
        return places;
    }

    private static Place of(Race.Access access) {
        var what = Objects.requireNonNullElse(access.type(), "access")
                + (access.size() == null ? "" : " of " + access.size() + " bytes");
        return of(what, FrameRole.ofAccess(access.stack()));
    }

    private static void addLocks(Lockdep facts, Backtrace backtrace, List<Place> places) {
        if (facts.acquiring() != null) {
            places.add(of(facts.acquiring(), Objects.requireNonNullElse(facts.action(), "take")));
        }
        if (facts.rcu() != null && facts.rcu().file() != null) {
            places.add(new Place(
                    Objects.requireNonNullElse(facts.rcu().message(), "RCU"),
                    SourcePath.relative(facts.rcu().file()),
                    facts.rcu().line()));
        }
        if (facts.warning() != null) {
            places.add(of("warning", facts.warning().at()));
        }
        facts.holding().forEach(lock -> places.add(of(lock, "hold")));
        if (facts.chain() != null) {
            facts.chain()
                    .links()
                    .forEach(link -> places.add(of("take " + link.lock().classText(), first(link.stack()))));
        }
        if (backtrace != null) {
            places.add(of("backtrace", first(backtrace.frames())));
        }
    }

    private static Place of(Lock lock, String verb) {
        return of(verb + " " + lock.classText(), lock.at());
    }

    private static Place of(String what, StackFrame frame) {
        if (frame == null || frame.function() == null) {
            return null;
        }
        var known = frame.file() != null && frame.line() != null && frame.line() > 0;
        return new Place(
                what + " in " + FrameRole.readableName(frame.function()),
                known ? SourcePath.relative(frame.file()) : null,
                known ? frame.line() : null);
    }

    /** The first frame that shows where the bug is; inlined frames count, because this is for people. */
    private static StackFrame first(List<StackFrame> stack) {
        return stack.stream()
                .filter(frame -> frame.reliable() && frame.function() != null)
                .filter(frame -> says(FunctionName.plain(frame.function())))
                .findFirst()
                .orElse(null);
    }

    private static boolean says(String function) {
        return function != null && !SkippedFunctions.saysNothingOfLocks(function);
    }
}
