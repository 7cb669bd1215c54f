package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.model.Chain;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;

/**
 * {@code cycle/1} of a deadlock: the kind, and its lock classes in the order in which they are taken, beginning such
 * that the sequence is the least: {@code lockdep-circular-dependency}, {@code A}, {@code B}, {@code C}. So it is the
 * same whichever task happens to close the circle, which gives it another title each time.
 */
final class CycleRecipe {

    private CycleRecipe() {
    }

    /** Null for kinds without a cycle and where a link of it is missing. */
    static List<String> of(Report report) {
        var facts = report.lockdep();
        if (facts == null) {
            return null;
        }
        var cycle = switch (report.kind()) {
            case "lockdep-circular-dependency" -> ofChain(facts);
            case "lockdep-recursive-locking" -> ofRecursion(facts);
            case "lockdep-irq-order" -> ofIrqOrder(facts);
            default -> List.<String>of();
        };
        if (cycle.isEmpty() || cycle.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return Stream.concat(Stream.of(report.kind()), leastRotation(cycle).stream()).toList();
    }

    /** From the lock that is held, {@code #n}, to the one that is wanted, {@code #0}; all links must be there. */
    private static List<String> ofChain(Lockdep facts) {
        var links = facts.chain() == null ? List.<Chain.Link>of() : facts.chain().links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).index() != links.size() - 1 - i) {
                return List.of();
            }
        }
        var names = names(links.stream().map(Chain.Link::lock));
        boolean whole = names.size() > 1 && fits(names.get(names.size() - 1), facts.acquiring())
                && facts.holding().stream().limit(1).allMatch(held -> fits(names.get(0), held));
        return whole ? names : List.of();
    }

    private static boolean fits(String name, Lock lock) {
        return lock == null || Objects.equals(name, ClassName.of(lock));
    }

    private static List<String> ofRecursion(Lockdep facts) {
        if (facts.acquiring() == null || facts.holding().isEmpty()) {
            return List.of();
        }
        return withoutRepeats(names(Stream.of(facts.holding().get(0), facts.acquiring())));
    }

    /** From the irq-safe lock over the new dependency to the irq-unsafe one; the irq closes the circle. */
    private static List<String> ofIrqOrder(Lockdep facts) {
        if (facts.becameSafe() == null || facts.becameUnsafe() == null || facts.newDependency().size() != 2) {
            return List.of();
        }
        var path = Stream.of(lock(facts.becameSafe()), facts.newDependency().get(0), facts.newDependency().get(1),
                lock(facts.becameUnsafe()));
        return withoutRepeats(names(path));
    }

    private static Lock lock(IrqSafety safety) {
        return safety.lock();
    }

    private static List<String> names(Stream<Lock> locks) {
        return new ArrayList<>(locks.map(ClassName::of).toList());
    }

    private static List<String> withoutRepeats(List<String> names) {
        var path = new ArrayList<String>();
        for (var name : names) {
            if (path.isEmpty() || !Objects.equals(name, path.get(path.size() - 1))) {
                path.add(name);
            }
        }
        return path;
    }

    private static List<String> leastRotation(List<String> cycle) {
        var least = cycle;
        for (int i = 1; i < cycle.size(); i++) {
            var rotated = new ArrayList<>(cycle);
            Collections.rotate(rotated, i);
            least = compare(rotated, least) < 0 ? rotated : least;
        }
        return least;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
