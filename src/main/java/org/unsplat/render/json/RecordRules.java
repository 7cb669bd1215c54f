package org.unsplat.render.json;

import java.util.Set;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Task;

/**
 * Constraints beyond {@link RequiredMembers}, checked on input so that the writers need not.
 */
final class RecordRules {

    private static final Set<String> HEXADECIMAL =
            Set.of("address", "callee_address", "old", "new", "flipped", "bits_changed", "mask");

    /** Larger than the number of lines of a report. */
    private static final int DEEPEST = 100_000;

    private RecordRules() {}

    static boolean fits(String member, Object value) {
        return !(value instanceof String text) || !HEXADECIMAL.contains(member) || text.matches("0x[0-9a-f]+");
    }

    /** What the record lacks, or null. */
    static String violation(Object record) {
        if (record instanceof Task.Irq irq) {
            return irq.hardirq().size() == 2 && irq.softirq().size() == 2
                    ? null
                    : "two numbers each in hardirq and softirq";
        }
        if (record instanceof Lock lock) {
            return lock.classText() != null || lock.released() ? null : "a member class";
        }
        if (record instanceof Dependencies.Entry entry) {
            return entry.depth() != null && entry.depth() >= 0 && entry.depth() <= DEEPEST
                    ? null
                    : "a depth from 0 to " + DEEPEST;
        }
        return record instanceof Lockdep facts ? violation(facts) : null;
    }

    private static String violation(Lockdep facts) {
        if (!facts.newDependency().isEmpty() && facts.newDependency().size() != 2) {
            return "two locks in new_dependency";
        }
        return switch (String.valueOf(facts.action())) {
            case "release", "contend" -> facts.acquiring() == null ? "a member acquiring" : null;
            case "free" -> facts.freed() == null ? "a member freed" : null;
            default -> null;
        };
    }
}
