package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Dependencies;
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
    /** The report does not tell. */
    UNKNOWN;

    private final List<String> names;

    WaitTypeNames(String... names) {
        this.names = List.of(names);
    }

    /** Decides from everything that the draft holds. Contexts are 2 and 4 of the one numbering, 2, 3 and 5 of the other. */
    public static WaitTypeNames of(Draft draft) {
        var context = draft.waitContext;
        if (context != null && (context.outer() == 3 || context.outer() == 5)) {
            return RAW_NESTING;
        }
        return of(allLocks(draft), context != null && context.outer() == 4);
    }

    /** Decides from held locks alone. */
    public static WaitTypeNames of(List<HeldLocks> held) {
        return of(held.stream().flatMap(list -> list.locks().stream()), false);
    }

    private static WaitTypeNames of(Stream<Lock> locks, boolean plainContext) {
        var answer = plainContext ? PLAIN : UNKNOWN;
        for (var lock : (Iterable<Lock>) locks::iterator) {
            var one = tells(lock);
            if (one != UNKNOWN) {
                return one;
            }
        }
        return answer;
    }

    /** A lock of wait type 4 exists with raw nesting only; an RCU reader's inner type is the spinlock's. */
    private static WaitTypeNames tells(Lock lock) {
        var wait = lock.waitTypes();
        if (wait == null) {
            return UNKNOWN;
        }
        if (wait.inner() >= 4) {
            return RAW_NESTING;
        }
        var isReader = wait.outer() == 1 && ("rcu_read_lock".equals(lock.name()) || "rcu_read_lock_bh".equals(lock.name()));
        return !isReader ? UNKNOWN : wait.inner() == 3 ? RAW_NESTING : wait.inner() == 2 ? PLAIN : UNKNOWN;
    }

    private static Stream<Lock> allLocks(Draft draft) {
        var locks = new ArrayList<Lock>(draft.holding);
        if (draft.acquiring != null) {
            locks.add(draft.acquiring);
        }
        draft.held.forEach(list -> locks.addAll(list.locks()));
        if (draft.chain != null) {
            draft.chain.forEach(link -> locks.add(link.lock()));
        }
        locks.addAll(draft.newDependency);
        Stream.of(draft.becameSafe, draft.becameUnsafe).filter(safety -> safety != null && safety.lock() != null)
                .forEach(safety -> locks.add(safety.lock()));
        draft.dependencies.forEach(block -> block.locks().stream().map(Dependencies.Entry::lock).forEach(locks::add));
        return locks.stream();
    }

    public Lock decode(Lock lock) {
        return new Lock(lock.index(), lock.classText(), lock.name(), lock.version(), lock.subclass(), lock.detail(),
                lock.address(), lock.addressText(), lock.usage(), lock.usageDecoded(), decode(lock.waitTypes()),
                lock.at(), lock.inlinedInto(), lock.released());
    }

    public WaitTypes decode(WaitTypes wait) {
        return wait == null ? null : new WaitTypes(wait.outer(), wait.inner(), name(wait.outer()), name(wait.inner()));
    }

    private String name(int number) {
        return number < names.size() ? names.get(number) : null;
    }
}
