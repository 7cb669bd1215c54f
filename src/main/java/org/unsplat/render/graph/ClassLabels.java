package org.unsplat.render.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.triage.ClassName;

/**
 * Names for the lock classes of one report that are the same in every boot: {@code &q->lock#2} becomes {@code &q->lock},
 * because lockdep numbers the classes of a name as they appear. If one report has two classes of a name, the second becomes
 * {@code &q->lock (2)}. A subclass, {@code &q->lock/1}, comes from the source and stays.
 */
final class ClassLabels {

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> classesOfName = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param classText as printed */
    String of(String classText) {
        return labels.computeIfAbsent(classText, text -> {
            var name = stable(text);
            String label;
            do {
                var count = classesOfName.merge(name, 1, Integer::sum);
                label = count == 1 ? name : name + " (" + count + ")";
                // A class may have this name itself
            } while (!taken.add(label));
            return label;
        });
    }

    /** The name of a class without regard to other classes. */
    static String stable(String classText) {
        var lock = LockLine.named(classText);
        var name = Objects.requireNonNullElse(ClassName.of(lock), classText);
        return lock.subclass() == null || name.equals(classText) ? name : name + "/" + lock.subclass();
    }
}
