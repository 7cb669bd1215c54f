package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.unsplat.lockdep.WaitGraph;
import org.unsplat.model.Chain;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

/**
 * {@code cycle/1} of a deadlock: the kind, and the lock classes in the order in which they are taken, rotated so that the
 * sequence is the smallest: {@code lockdep-circular-dependency}, {@code A}, {@code B}, {@code C}. So it does not depend on
 * which task closes the cycle, although the title does. A single class is no cycle; for recursive locking it would say too
 * little.
 */
final class CycleFingerprint {

    private CycleFingerprint() {}

    /** The inputs; null for kinds without a cycle, or if a link is missing. */
    static List<String> of(Report report) {
        var facts = report.lockdep();
        if (facts == null) {
            return null;
        }
        var cycle = switch (Kind.of(report.kind())) {
            case CIRCULAR_DEPENDENCY -> ofChain(facts);
            case IRQ_ORDER -> ofIrqOrder(facts);
            case HELD_LOCKS -> ofHang(facts);
            case DATA_RACE,
                    ASSERT_RACE,
                    RECURSIVE_LOCKING,
                    INCONSISTENT_STATE,
                    IRQ_INVERSION,
                    INVALID_WAIT_CONTEXT,
                    BAD_UNLOCK_BALANCE,
                    BAD_CONTENTION,
                    HELD_LOCK_FREED,
                    HELD_ON_USER_RETURN,
                    HELD_AT_EXIT,
                    NESTED_LOCK_NOT_TAKEN,
                    SUSPICIOUS_RCU,
                    NON_STATIC_KEY,
                    INVALID_SUBCLASS,
                    LIMIT,
                    INTERNAL,
                    ASSERT,
                    UNKNOWN,
                    OF_LATER_VERSION -> List.<String>of();
        };
        if (cycle.isEmpty() || cycle.contains(null)) {
            return null;
        }
        Collections.rotate(cycle, -least(cycle));
        cycle.add(0, report.kind());
        return cycle;
    }

    /** The classes from the held lock, {@code #n}, to the requested one, {@code #0}; empty if a link is missing. */
    private static List<String> ofChain(Lockdep facts) {
        var links =
                facts.chain() == null ? List.<Chain.Link>of() : facts.chain().links();
        for (var i = 0; i < links.size(); i++) {
            if (links.get(i).index() != links.size() - 1 - i) {
                return List.of();
            }
        }
        var names = new ArrayList<String>();
        for (var link : links) {
            names.add(ClassName.of(link.lock()));
        }
        var whole = names.size() > 1
                && fits(names.get(names.size() - 1), facts.acquiring())
                && (facts.holding().isEmpty()
                        || fits(names.get(0), facts.holding().get(0)));
        return whole ? names : List.of();
    }

    /** The lock that each task of a cycle waits for and the next task holds, whichever task was found first. */
    private static List<String> ofHang(Lockdep facts) {
        var names = new ArrayList<String>();
        var waits = facts.blocked().size() < 2
                ? List.<WaitGraph.Wait>of()
                : WaitGraph.of(facts).cycle();
        for (var i = 0; i < waits.size(); i++) {
            var owner = waits.get((i + 1) % waits.size()).task();
            names.add(waits.get(i).isHeldBy(owner) ? ClassName.of(waits.get(i).lock()) : null);
        }
        Collections.reverse(names);
        return names.stream().distinct().count() > 1 ? names : List.of();
    }

    private static boolean fits(String name, Lock lock) {
        return lock == null || Objects.equals(name, ClassName.of(lock)) || name != null && lock.isOfClass(name);
    }

    /** The classes from the irq-safe lock over the new dependency to the irq-unsafe lock; the irq closes the cycle. */
    private static List<String> ofIrqOrder(Lockdep facts) {
        if (facts.becameSafe() == null
                || facts.becameUnsafe() == null
                || facts.newDependency().size() != 2) {
            return List.of();
        }
        return names(
                facts.becameSafe().lock(),
                facts.newDependency().get(0),
                facts.newDependency().get(1),
                facts.becameUnsafe().lock());
    }

    /** The names without repetition, because a lock may end one edge and begin the next. */
    private static List<String> names(Lock... path) {
        var names = new ArrayList<String>();
        for (var lock : path) {
            var name = ClassName.of(lock);
            if (names.isEmpty() || !Objects.equals(name, names.get(names.size() - 1))) {
                names.add(name);
            }
        }
        return names;
    }

    /** The index at which the smallest rotation begins. */
    private static int least(List<String> cycle) {
        var least = 0;
        for (var i = 1; i < cycle.size(); i++) {
            least = compare(cycle, i, least) < 0 ? i : least;
        }
        return least;
    }

    private static int compare(List<String> cycle, int one, int other) {
        for (var i = 0; i < cycle.size(); i++) {
            var order = cycle.get((one + i) % cycle.size()).compareTo(cycle.get((other + i) % cycle.size()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
