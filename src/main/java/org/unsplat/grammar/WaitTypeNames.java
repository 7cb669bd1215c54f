package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.LockFunctions;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.WaitTypes;

/**
 * What the numbers of wait types mean. They are raw values of {@code enum lockdep_wait_type}, which has one name more
 * where CONFIG_PROVE_RAW_LOCK_NESTING is set, so the report itself must tell which numbering it uses: where it does
 * not, nothing is said.
 */
public enum WaitTypeNames {

    /** Spinlocks and raw spinlocks are one: INV, FREE, SPIN, SLEEP, MAX. */
    PLAIN("not checked", "wait-free", "spinning lock", "sleeping lock", "any: task context"),
    /** Raw nesting is checked: INV, FREE, SPIN, CONFIG, SLEEP, MAX. */
    RAW_NESTING("not checked", "wait-free", "raw spinlock", "spinlock", "sleeping lock", "any: task context"),
    /** The same numbering on PREEMPT_RT, where a spinlock is a lock that sleeps. */
    REAL_TIME(
            "not checked",
            "wait-free",
            "raw spinlock",
            "spinlock, which sleeps on PREEMPT_RT",
            "sleeping lock",
            "any: task context"),
    /** The shorter numbering on PREEMPT_RT, where a spinlock, though it sleeps, counts as one that spins. */
    REAL_TIME_PLAIN(
            "not checked",
            "wait-free",
            "raw spinlock, or spinlock, which sleeps on PREEMPT_RT",
            "sleeping lock",
            "any: task context"),
    /** The report does not tell. */
    UNKNOWN;

    private static final List<String> CERTAIN = List.of(
            "not checked",
            "wait-free",
            "raw spinlock or spinlock",
            "spinlock or sleeping lock",
            "sleeping lock or any");

    private final List<String> names;

    WaitTypeNames(String... names) {
        this.names = List.of(names);
    }

    /**
     * Decides from everything that the builder holds. Contexts are 2 and 4 of the one numbering, 2, 3 and 5 of the other.
     */
    static WaitTypeNames of(ReportBuilder builder) {
        var context = builder.waitContext;
        if (context != null && (context.outer() == 3 || context.outer() == 5)) {
            return RAW_NESTING;
        }
        var names = of(allLocks(builder), context != null && context.outer() == 4);
        return names == UNKNOWN ? ofWanted(builder) : names;
    }

    /** Type 3 is a spinlock's or a mutex's, and the stack says which of them is taken. */
    private static WaitTypeNames ofWanted(ReportBuilder builder) {
        var wait = builder.acquiring == null ? null : builder.acquiring.waitTypes();
        if (wait == null || wait.outer() != 3 || wait.inner() != 3 || builder.backtrace == null) {
            return UNKNOWN;
        }
        for (var frame : builder.backtrace.frames()) {
            if (frame.reliable() && !frame.inline() && FrameRole.of(frame) != FrameRole.TOOL) {
                return LockFunctions.takesSpinlock(frame)
                        ? RAW_NESTING
                        : LockFunctions.takesSleepingLock(frame) ? PLAIN : UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    /** The same numbering on PREEMPT_RT. */
    WaitTypeNames onRealTime() {
        return switch (this) {
            case RAW_NESTING -> REAL_TIME;
            case PLAIN -> REAL_TIME_PLAIN;
            default -> this;
        };
    }

    /** Decides from held locks alone. */
    static WaitTypeNames of(List<HeldLocks> held) {
        var locks = new ArrayList<Lock>();
        for (var list : held) {
            locks.addAll(list.locks());
        }
        return of(locks, false);
    }

    private static WaitTypeNames of(List<Lock> locks, boolean plainContext) {
        for (var lock : locks) {
            var one = tells(lock);
            if (one != UNKNOWN) {
                return one;
            }
        }
        return plainContext ? PLAIN : UNKNOWN;
    }

    /** A lock of wait type 4 exists with raw nesting only; an RCU reader's inner type is the spinlock's. */
    private static WaitTypeNames tells(Lock lock) {
        var wait = lock == null ? null : lock.waitTypes();
        if (wait == null) {
            return UNKNOWN;
        }
        if (wait.inner() >= 4) {
            return RAW_NESTING;
        }
        var isReader =
                wait.outer() == 1 && ("rcu_read_lock".equals(lock.name()) || "rcu_read_lock_bh".equals(lock.name()));
        if (!isReader) {
            return UNKNOWN;
        }
        return switch (wait.inner()) {
            case 3 -> RAW_NESTING;
            case 2 -> PLAIN;
            default -> UNKNOWN;
        };
    }

    private static List<Lock> allLocks(ReportBuilder builder) {
        var locks = new ArrayList<Lock>(builder.holding);
        locks.add(builder.acquiring);
        for (var list : builder.held) {
            locks.addAll(list.locks());
        }
        for (var link : builder.chain == null ? List.<Chain.Link>of() : builder.chain) {
            locks.add(link.lock());
        }
        locks.addAll(builder.newDependency);
        locks.add(builder.becameSafe == null ? null : builder.becameSafe.lock());
        locks.add(builder.becameUnsafe == null ? null : builder.becameUnsafe.lock());
        for (var block : builder.dependencies) {
            for (var entry : block.locks()) {
                locks.add(entry.lock());
            }
        }
        return locks;
    }

    /** The wait types with their names. */
    WaitTypes decode(WaitTypes wait) {
        return new WaitTypes(wait.outer(), wait.inner(), name(wait.outer()), name(wait.inner()));
    }

    private String name(int number) {
        return number < names.size() ? names.get(number) : null;
    }

    /** What is certain of a wait type, whichever numbering it is of; null for nothing. */
    public static String certain(int number) {
        return number < CERTAIN.size() ? CERTAIN.get(number) : null;
    }
}
