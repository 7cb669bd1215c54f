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
 * The names of the wait type numbers. The kernel prints raw values of {@code enum lockdep_wait_type}, which has one more
 * constant with CONFIG_PROVE_RAW_LOCK_NESTING. So the report itself must show which numbering it uses; if it does not, no
 * names are given.
 */
public enum WaitTypeNames {

    /** Without raw nesting, spinlocks and raw spinlocks have one number: INV, FREE, SPIN, SLEEP, MAX. */
    PLAIN("not checked", "wait-free", "spinning lock", "sleeping lock", "any: task context"),
    /** With raw nesting: INV, FREE, SPIN, CONFIG, SLEEP, MAX. */
    RAW_NESTING("not checked", "wait-free", "raw spinlock", "spinlock", "sleeping lock", "any: task context"),
    /** With raw nesting on PREEMPT_RT, where a spinlock sleeps. */
    REAL_TIME(
            "not checked",
            "wait-free",
            "raw spinlock",
            "spinlock, which sleeps on PREEMPT_RT",
            "sleeping lock",
            "any: task context"),
    /** Without raw nesting on PREEMPT_RT, where a spinlock sleeps but counts as a spinning lock. */
    REAL_TIME_PLAIN(
            "not checked",
            "wait-free",
            "raw spinlock, or spinlock, which sleeps on PREEMPT_RT",
            "sleeping lock",
            "any: task context"),
    /** The report does not show the numbering. */
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
     * Decides by everything in the builder. The contexts are 2 and 4 in the shorter numbering, 2, 3 and 5 in the longer one.
     */
    static WaitTypeNames of(ReportBuilder builder) {
        var context = builder.waitContext;
        if (context != null && (context.outer() == 3 || context.outer() == 5)) {
            return RAW_NESTING;
        }
        var names = of(allLocks(builder), context != null && context.outer() == 4);
        return names == UNKNOWN ? ofWanted(builder) : names;
    }

    /** Type 3 is a spinlock or a mutex, depending on the numbering; the stack shows which of them is being taken. */
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

    /** The same numbering with the names for PREEMPT_RT. */
    WaitTypeNames onRealTime() {
        return switch (this) {
            case RAW_NESTING -> REAL_TIME;
            case PLAIN -> REAL_TIME_PLAIN;
            default -> this;
        };
    }

    /** Decides by held locks alone. */
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

    /** A lock of wait type 4 exists only with raw nesting; the inner type of an RCU reader is that of a spinlock. */
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

    WaitTypes decode(WaitTypes wait) {
        return new WaitTypes(wait.outer(), wait.inner(), name(wait.outer()), name(wait.inner()));
    }

    private String name(int number) {
        return number < names.size() ? names.get(number) : null;
    }

    /** What a wait type means in either numbering; null if they have nothing in common. */
    public static String certain(int number) {
        return number < CERTAIN.size() ? CERTAIN.get(number) : null;
    }
}
