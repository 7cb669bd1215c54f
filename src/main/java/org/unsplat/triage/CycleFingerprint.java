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
 * {@code cycle/1} of a deadlock: the kind, and its lock classes in the order in which they are taken, beginning such
 * that the sequence is the least: {@code lockdep-circular-dependency}, {@code A}, {@code B}, {@code C}. So it is the
 * same whichever task happens to close the circle, which gives it another title each time. One class alone is no
 * circle: it tells too little of recursive locking.
 */
final class CycleFingerprint {

    private CycleFingerprint() {}

    /** Null for kinds without a cycle and where a link of it is missing. */
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

    /** From the lock that is held, {@code #n}, to the one that is wanted, {@code #0}; all links must be there. */
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

    /** What each task of a circle waits for, and the one before it holds, whichever task was found first. */
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

    /** From the irq-safe lock over the new dependency to the irq-unsafe one; the irq closes the circle. */
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

    /** Without repeats: one lock may end an edge and begin the next. */
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

    /** Where the least of the sequences begins. */
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
