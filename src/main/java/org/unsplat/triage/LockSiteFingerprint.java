package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.input.bytes.Regex;
import org.unsplat.lockdep.WaitContextCheck;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

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
    private final WantedLock wanted;

    private LockSiteFingerprint(Report report, String title) {
        this.report = report;
        this.title = title;
        this.facts = report.lockdep();
        this.wanted = new WantedLock(report);
    }

    /** The inputs; null if a part is missing. */
    static List<String> of(Report report, String title) {
        var inputs = new ArrayList<>(List.of(report.kind()));
        inputs.addAll(new LockSiteFingerprint(report, title).parts());
        return inputs.contains(null) ? null : inputs;
    }

    /** What follows the kind; null for a part that is missing. */
    private List<String> parts() {
        return switch (Kind.of(report.kind())) {
            case CIRCULAR_DEPENDENCY, IRQ_ORDER -> parts(wanted.phrase(), taken("hold", wanted.held()));
            case RECURSIVE_LOCKING -> parts(wanted.phraseWithCaller(), taken("hold", wanted.held()));
            case INCONSISTENT_STATE ->
                parts(
                        wanted.phrase(),
                        facts.usage() == null
                                ? null
                                : facts.usage().from() + " -> " + facts.usage().to());
            case IRQ_INVERSION -> parts(wanted.phrase(), inverse());
            case INVALID_WAIT_CONTEXT -> {
                var held = WaitContextCheck.forbidding(report);
                yield held == null ? parts(wanted.phrase()) : parts(wanted.phrase(), taken("hold", held));
            }
            case BAD_UNLOCK_BALANCE, BAD_CONTENTION -> parts(wanted.phrase());
            case NESTED_LOCK_NOT_TAKEN ->
                parts(
                        wanted.phrase(),
                        report.complete() && facts.notHolding() != null ? ClassName.of(facts.notHolding()) : null);
            case HELD_LOCK_FREED ->
                parts(wanted.phrase(), in("free", functionOf(report.backtrace(), SkippedFunctions.ALWAYS)));
            case HELD_AT_EXIT, HELD_ON_USER_RETURN -> left();
            case SUSPICIOUS_RCU -> rcu();
            case LIMIT -> parts(facts.limit() == null ? null : facts.limit().name());
            case ASSERT, INTERNAL -> {
                var hasExpression = facts.assertion() != null
                        && !facts.assertion().expression().equals("1");
                yield hasExpression ? parts(named(), facts.assertion().expression()) : parts(named());
            }
            case NON_STATIC_KEY, INVALID_SUBCLASS, UNKNOWN, HELD_LOCKS, DATA_RACE, ASSERT_RACE, OF_LATER_VERSION ->
                parts(named());
        };
    }

    private static List<String> parts(String... parts) {
        return Arrays.asList(parts);
    }

    /** The lock with its place, if it names one; null if either is unknown. */
    static String taken(String verb, Lock lock) {
        var name = ClassName.of(lock);
        var place = lock == null || lock.at() == null ? null : FunctionName.of(lock.at());
        return name == null || lock.at() != null && place == null
                ? null
                : verb + " " + name + (place == null ? "" : " in " + place);
    }

    private String inverse() {
        var other = facts.becameSafe() == null ? facts.becameUnsafe() : facts.becameSafe();
        return other == null || ClassName.of(other.lock()) == null
                ? null
                : (facts.becameSafe() == null ? "unsafe " : "safe ") + other.state() + " " + ClassName.of(other.lock());
    }

    private List<Lock> heldByTheFirst() {
        return facts.held().isEmpty() ? List.of() : facts.held().get(0).locks();
    }

    /** The locks that the task still holds, sorted. */
    private List<String> left() {
        var locks = heldByTheFirst();
        return locks.isEmpty()
                ? parts((String) null)
                : locks.stream()
                        .map(lock -> taken("hold", lock))
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList();
    }

    private List<String> rcu() {
        var said = facts.rcu() != null && facts.rcu().file() != null;
        var function = functionOf(report.backtrace(), SkippedFunctions.IN_RCU);
        var named = function == null ? functionIn(title) : function;
        return parts(
                said ? SourcePath.fileName(facts.rcu().file()) : null,
                said ? facts.rcu().message() : null,
                UNKNOWN.equals(named) ? null : in("in", named));
    }

    /** The bug and its function as in the title; a title without a function says too little. */
    private String named() {
        var function = functionIn(title);
        var says = function != null && FrameRole.of(function) != FrameRole.TOOL && !UNKNOWN.equals(function);
        var bug = function == null ? title : title.substring(0, title.lastIndexOf(IN));
        var skipped = bug.endsWith("task hung")
                ? SkippedFunctions.IN_HANG
                : bug.contains("schedul") ? SkippedFunctions.IN_SCHEDULE : SkippedFunctions.IN_KEY;
        var place = says ? function : functionOf(report.backtrace(), skipped);
        var all = facts.allTasks() && title.startsWith("Showing all locks held");
        return all ? title : place == null || Kind.of(report.kind()) == Kind.UNKNOWN ? null : bug + " in " + place;
    }

    /** The function after the last {@code in} of a title, null if there is none. */
    static String functionIn(String title) {
        var at = title.lastIndexOf(IN);
        var function = at < 0 ? "" : title.substring(at + IN.length());
        return FUNCTION.matches(function) ? function : null;
    }

    static String functionOf(Backtrace backtrace, SkippedFunctions skipped) {
        return backtrace == null ? null : skipped.firstOther(backtrace.frames());
    }

    private static String in(String word, String function) {
        return function == null ? null : word + " " + function;
    }
}
