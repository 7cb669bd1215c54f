package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Chain;
import org.unsplat.model.Dependencies;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqSafety;
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
    /** The report does not tell. */
    UNKNOWN;

    private final List<String> names;

    WaitTypeNames(String... names) {
        this.names = List.of(names);
    }

    /**
     * Decides from everything that the builder holds. Contexts are 2 and 4 of the one numbering, 2, 3 and 5 of the other.
     */
    public static WaitTypeNames of(ReportBuilder builder) {
        var context = builder.waitContext;
        if (context != null && (context.outer() == 3 || context.outer() == 5)) {
            return RAW_NESTING;
        }
        return of(allLocks(builder), context != null && context.outer() == 4);
    }

    /** Decides from held locks alone. */
    public static WaitTypeNames of(List<HeldLocks> held) {
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
        return !isReader ? UNKNOWN : wait.inner() == 3 ? RAW_NESTING : wait.inner() == 2 ? PLAIN : UNKNOWN;
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

    /** The lock with its wait types in words, null for null. */
    Lock decode(Lock lock) {
        return lock == null || lock.waitTypes() == null ? lock : lock.withWaitTypes(decode(lock.waitTypes()));
    }

    List<Lock> decode(List<Lock> locks) {
        var decoded = new ArrayList<Lock>(locks.size());
        for (var lock : locks) {
            decoded.add(decode(lock));
        }
        return List.copyOf(decoded);
    }

    Chain decode(Chain chain) {
        var links = new ArrayList<Chain.Link>();
        for (var link : chain.links()) {
            links.add(new Chain.Link(link.index(), decode(link.lock()), link.stack()));
        }
        return new Chain(List.copyOf(links));
    }

    IrqSafety decode(IrqSafety safety) {
        return safety == null || safety.lock() == null
                ? safety
                : new IrqSafety(safety.state(), decode(safety.lock()), safety.stack());
    }

    /** Held-locks lists with their wait types in words. */
    public List<HeldLocks> decodeHeld(List<HeldLocks> held) {
        var decoded = new ArrayList<HeldLocks>();
        for (var list : held) {
            decoded.add(new HeldLocks(list.task(), list.declared(), list.cpu(), list.cpuWord(), decode(list.locks())));
        }
        return List.copyOf(decoded);
    }

    List<Dependencies> decodeBlocks(List<Dependencies> blocks) {
        var decoded = new ArrayList<Dependencies>();
        for (var block : blocks) {
            var entries = new ArrayList<Dependencies.Entry>();
            for (var entry : block.locks()) {
                entries.add(new Dependencies.Entry(
                        decode(entry.lock()),
                        entry.depth(),
                        entry.ops(),
                        entry.usages(),
                        entry.key(),
                        entry.acquired()));
            }
            decoded.add(new Dependencies(block.title(), List.copyOf(entries)));
        }
        return List.copyOf(decoded);
    }

    WaitTypes decode(WaitTypes wait) {
        return wait == null ? null : new WaitTypes(wait.outer(), wait.inner(), name(wait.outer()), name(wait.inner()));
    }

    private String name(int number) {
        return number < names.size() ? names.get(number) : null;
    }
}
