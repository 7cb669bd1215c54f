package org.unsplat.triage;

import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The lock of a report's first sentence, which the backtrace is about too: {@code acquire toy_a in task_a_wants}. */
final class WantedLock {

    private final Report report;
    private final Lockdep facts;

    WantedLock(Report report) {
        this.report = report;
        this.facts = report.lockdep();
    }

    /** What is done to the lock, and where; null if a part is missing. */
    String phrase() {
        return phrase(place());
    }

    private String phrase(String place) {
        var name = ClassName.of(facts.acquiring());
        var verb = Objects.requireNonNullElse(facts.action(), "take");
        return name == null || place == null ? null : verb + " " + name + " in " + place;
    }

    /** The first lock that the task already holds, or null. */
    Lock held() {
        return facts.holding().isEmpty() ? null : facts.holding().get(0);
    }

    private String place() {
        var at = facts.acquiring() == null
                ? null
                : FunctionName.of(facts.acquiring().at());
        var says = at != null && !SkippedFunctions.saysNothingOfLocks(at);
        var function = says ? at : LockSiteFingerprint.functionOf(complaining(), SkippedFunctions.ALWAYS);
        return function == null ? at : function;
    }

    /** If one function takes the lock both times, it may have many callers, and the caller distinguishes their bugs. */
    String phraseWithCaller() {
        var place = place();
        var held = held();
        if (place == null || held == null || !place.equals(FunctionName.of(held.at()))) {
            return phrase(place);
        }
        var caller = callerOf(place);
        if (caller != null) {
            return phrase(place + " < " + caller);
        }
        return report.complete()
                        || complaining() != null
                                && StackPath.hasWayIn(complaining().frames())
                ? phrase(place)
                : null;
    }

    private String callerOf(String function) {
        var frames =
                complaining() == null ? List.<StackFrame>of() : complaining().frames();
        for (var at = 0; at < frames.size(); at++) {
            if (function.equals(FunctionName.of(frames.get(at)))) {
                var callers = frames.subList(at + 1, frames.size()).stream()
                        .filter(frame -> !function.equals(FunctionName.of(frame)))
                        .toList();
                return SkippedFunctions.ALWAYS.firstOther(callers);
            }
        }
        return null;
    }

    /** The stack of the task that found the bug; if it was cut, the end of the chain may have it. */
    private Backtrace complaining() {
        var links =
                facts.chain() == null ? List.<Chain.Link>of() : facts.chain().links();
        var last = links.isEmpty() ? null : links.get(links.size() - 1);
        return report.backtrace() != null || last == null || last.index() != 0
                ? report.backtrace()
                : new Backtrace(last.stack());
    }
}
