package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.unsplat.classify.Regex;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.lockdep.WaitContextCheck;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * {@code site/1} of a lockdep report: the kind, and the lock classes with the functions that take them:
 * {@code lockdep-bad-unlock-balance}, {@code release &dev->lock in toy_close}. For a kind that is not about a lock, the
 * function that names the bug.
 */
final class LockSiteFingerprint {

    /** Stands in a title in place of the function if there is none. */
    static final String UNKNOWN = "corrupted";

    private static final String IN = " in ";
    private static final Regex FUNCTION = new Regex("[\\w$:<>]+|[^:]+::.*");

    private final Report report;
    private final String title;
    private final Lockdep facts;
    private final List<String> inputs = new ArrayList<>();

    private LockSiteFingerprint(Report report, String title) {
        this.report = report;
        this.title = title;
        this.facts = report.lockdep();
        inputs.add(report.kind());
    }

    /** The inputs; null if a part is missing. */
    static List<String> of(Report report, String title) {
        var inputs = new LockSiteFingerprint(report, title).inputs();
        return inputs.contains(null) ? null : inputs;
    }

    private List<String> inputs() {
        switch (Kind.of(report.kind())) {
            case CIRCULAR_DEPENDENCY, IRQ_ORDER -> {
                wanted();
                add(taken("hold", held()));
            }
            case RECURSIVE_LOCKING -> {
                add(wantedAgain());
                add(taken("hold", held()));
            }
            case INCONSISTENT_STATE -> {
                wanted();
                add(
                        facts.usage() == null
                                ? null
                                : facts.usage().from() + " -> " + facts.usage().to());
            }
            case IRQ_INVERSION -> inversion();
            case INVALID_WAIT_CONTEXT -> {
                wanted();
                var held = WaitContextCheck.forbidding(report);
                if (held != null) {
                    add(taken("hold", held));
                }
            }
            case BAD_UNLOCK_BALANCE, BAD_CONTENTION -> wanted();
            case NESTED_LOCK_NOT_TAKEN -> {
                wanted();
                add(report.complete() && facts.notHolding() != null ? ClassName.of(facts.notHolding()) : null);
            }
            case HELD_LOCK_FREED -> {
                wanted();
                add(in("free", functionOf(report.backtrace(), SkippedFunctions.ALWAYS)));
            }
            case HELD_AT_EXIT, HELD_ON_USER_RETURN -> left();
            case SUSPICIOUS_RCU -> rcu();
            case LIMIT -> add(facts.limit() == null ? null : facts.limit().name());
            case ASSERT, INTERNAL -> {
                named();
                if (facts.assertion() != null && !facts.assertion().expression().equals("1")) {
                    add(facts.assertion().expression());
                }
            }
            case NON_STATIC_KEY, INVALID_SUBCLASS, UNKNOWN, HELD_LOCKS, DATA_RACE, ASSERT_RACE, OF_LATER_VERSION ->
                named();
        }
        return inputs;
    }

    private void add(String input) {
        inputs.add(input);
    }

    /** The first lock that the task already holds, or null. */
    private Lock held() {
        return facts.holding().isEmpty() ? null : facts.holding().get(0);
    }

    /** Adds the lock of the first sentence, which the backtrace is about too. */
    private void wanted() {
        add(wanted(place()));
    }

    private String wanted(String place) {
        var name = ClassName.of(facts.acquiring());
        var verb = Objects.requireNonNullElse(facts.action(), "take");
        return name == null || place == null ? null : verb + " " + name + " in " + place;
    }

    /** The function that takes the lock of the first sentence. */
    private String place() {
        var at = facts.acquiring() == null
                ? null
                : FunctionName.of(facts.acquiring().at());
        var says = at != null && !SkippedFunctions.saysNothingOfLocks(at);
        var function = says ? at : functionOf(complaining(), SkippedFunctions.ALWAYS);
        return function == null ? at : function;
    }

    /** If one function takes the lock both times, it may have many callers, and the caller distinguishes their bugs. */
    private String wantedAgain() {
        var place = place();
        var held = held();
        if (place == null || held == null || !place.equals(FunctionName.of(held.at()))) {
            return wanted(place);
        }
        var caller = callerOf(place);
        if (caller != null) {
            return wanted(place + " < " + caller);
        }
        return report.complete()
                        || complaining() != null
                                && StackPath.hasWayIn(complaining().frames())
                ? wanted(place)
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

    /** The lock with its place, if it names one; null if either is unknown. */
    static String taken(String verb, Lock lock) {
        var name = ClassName.of(lock);
        var place = lock == null || lock.at() == null ? null : FunctionName.of(lock.at());
        return name == null || lock.at() != null && place == null
                ? null
                : verb + " " + name + (place == null ? "" : " in " + place);
    }

    private void inversion() {
        wanted();
        var other = facts.becameSafe() == null ? facts.becameUnsafe() : facts.becameSafe();
        add(
                other == null || ClassName.of(other.lock()) == null
                        ? null
                        : (facts.becameSafe() == null ? "unsafe " : "safe ") + other.state() + " "
                                + ClassName.of(other.lock()));
    }

    private List<Lock> heldByTheFirst() {
        return facts.held().isEmpty() ? List.of() : facts.held().get(0).locks();
    }

    /** Adds the locks that the task still holds, sorted. */
    private void left() {
        var locks = heldByTheFirst();
        if (locks.isEmpty()) {
            add(null);
        }
        for (var lock : locks) {
            add(taken("hold", lock));
        }
        inputs.subList(1, inputs.size()).sort(Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private void rcu() {
        var said = facts.rcu() != null && facts.rcu().file() != null;
        add(said ? SourcePath.fileName(facts.rcu().file()) : null);
        add(said ? facts.rcu().message() : null);
        var function = functionOf(report.backtrace(), SkippedFunctions.IN_RCU);
        var named = function == null ? functionIn(title) : function;
        add(UNKNOWN.equals(named) ? null : in("in", named));
    }

    /** Adds the bug and its function as in the title; a title without a function says too little. */
    private void named() {
        var function = functionIn(title);
        var says = function != null && FrameRole.of(function) != FrameRole.TOOL && !UNKNOWN.equals(function);
        var bug = function == null ? title : title.substring(0, title.lastIndexOf(IN));
        var skipped = bug.endsWith("task hung")
                ? SkippedFunctions.IN_HANG
                : bug.contains("schedul") ? SkippedFunctions.IN_SCHEDULE : SkippedFunctions.IN_KEY;
        var place = says ? function : functionOf(report.backtrace(), skipped);
        var all = facts.allTasks() && title.startsWith("Showing all locks held");
        add(all ? title : place == null || Kind.of(report.kind()) == Kind.UNKNOWN ? null : bug + " in " + place);
    }

    /** The function after the last {@code in} of a title, null if there is none. */
    static String functionIn(String title) {
        var at = title.lastIndexOf(IN);
        var function = at < 0 ? "" : title.substring(at + IN.length());
        return FUNCTION.matches(function) ? function : null;
    }

    private static String functionOf(Backtrace backtrace, SkippedFunctions skipped) {
        return backtrace == null ? null : skipped.firstOther(backtrace.frames());
    }

    private static String in(String word, String function) {
        return function == null ? null : word + " " + function;
    }
}
