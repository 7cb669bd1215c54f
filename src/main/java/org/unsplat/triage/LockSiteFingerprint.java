package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.unsplat.classify.Regex;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.lockdep.WaitContextCheck;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

/**
 * {@code site/1} of a lockdep report: the kind, and the lock classes with the functions that take them:
 * {@code lockdep-bad-unlock-balance}, {@code release &dev->lock in toy_close}. Where the kind is about no lock, the
 * function that names the bug.
 */
final class LockSiteFingerprint {

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

    /** Null where a part is missing. */
    static List<String> of(Report report, String title) {
        var inputs = new LockSiteFingerprint(report, title).inputs();
        return inputs.contains(null) ? null : inputs;
    }

    private List<String> inputs() {
        switch (Kind.of(report.kind())) {
            case CIRCULAR_DEPENDENCY, RECURSIVE_LOCKING, IRQ_ORDER -> {
                wanted();
                add(
                        facts.holding().isEmpty()
                                ? null
                                : taken("hold", facts.holding().get(0)));
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
            case HELD_AT_EXIT, HELD_ON_USER_RETURN -> held();
            case SUSPICIOUS_RCU -> rcu();
            case LIMIT -> add(facts.limit() == null ? null : facts.limit().name());
            case ASSERT -> {
                named();
                if (facts.assertion() != null) {
                    add(facts.assertion().expression());
                }
            }
            case NON_STATIC_KEY,
                    INVALID_SUBCLASS,
                    INTERNAL,
                    UNKNOWN,
                    HELD_LOCKS,
                    DATA_RACE,
                    ASSERT_RACE,
                    OF_LATER_VERSION -> named();
        }
        return inputs;
    }

    private void add(String input) {
        inputs.add(input);
    }

    /** The lock of the first sentence, which the backtrace is about too. */
    private void wanted() {
        var lock = facts.acquiring();
        var name = ClassName.of(lock);
        var verb = Objects.requireNonNullElse(facts.action(), "take");
        var at = lock == null ? null : FunctionName.of(lock.at());
        boolean says = at != null && !InternalFunctions.isInternalToLocks(at);
        var function = says ? at : functionOf(complaining(), SkippedFunctions.ALWAYS);
        var place = function == null ? at : function;
        add(name == null || place == null ? null : verb + " " + name + " in " + place);
    }

    /** The stack of the task that found the bug; where a text was trimmed or cut, the end of the chain still has it. */
    private Backtrace complaining() {
        var links =
                facts.chain() == null ? List.<Chain.Link>of() : facts.chain().links();
        var last = links.isEmpty() ? null : links.get(links.size() - 1);
        return report.backtrace() != null || last == null || last.index() != 0
                ? report.backtrace()
                : new Backtrace(last.stack());
    }

    private static String taken(String verb, Lock lock) {
        var name = ClassName.of(lock);
        var place = lock.at() == null ? null : FunctionName.of(lock.at());
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

    private void held() {
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
        boolean said = facts.rcu() != null && facts.rcu().file() != null;
        add(said ? fileName(facts.rcu().file()) : null);
        add(said ? facts.rcu().message() : null);
        add(in("in", functionOf(report.backtrace(), SkippedFunctions.IN_RCU)));
    }

    /** Without its directory, which is another where a driver is built outside of the tree. */
    private static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The bug and its function, as the title has them; a title that names no function says too little. */
    private void named() {
        int at = title.lastIndexOf(IN);
        var function = at < 0 ? "" : title.substring(at + IN.length());
        boolean said = FUNCTION.matches(function);
        boolean says = said && !InternalFunctions.isInternal(function) && !"corrupted".equals(function);
        var bug = said ? title.substring(0, at) : title;
        var skipped = bug.contains("schedul") ? SkippedFunctions.IN_SCHEDULE : SkippedFunctions.IN_KEY;
        var place = says ? function : functionOf(report.backtrace(), skipped);
        boolean all = facts.allTasks() && title.startsWith("Showing all locks held");
        add(all ? title : place == null || Kind.of(report.kind()) == Kind.UNKNOWN ? null : bug + " in " + place);
    }

    private static String functionOf(Backtrace backtrace, SkippedFunctions skipped) {
        if (backtrace == null) {
            return null;
        }
        for (var frame : backtrace.frames()) {
            var name = FunctionName.of(frame);
            if (name != null
                    && !InternalFunctions.isInternal(name)
                    && !FrameRole.isRealTimeLock(name)
                    && !skipped.skips(name)) {
                return name;
            }
        }
        return null;
    }

    private static String in(String word, String function) {
        return function == null ? null : word + " " + function;
    }
}
