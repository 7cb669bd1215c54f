package org.unsplat.render.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.triage.ClassName;

/**
 * The names of the lock classes of one report such that they are the same in another boot: {@code &q->lock#2} is
 * {@code &q->lock}, for lockdep numbers the classes of a name as they come. Where one report has two classes of a name, the
 * second one is {@code &q->lock (2)}. A subclass, {@code &q->lock/1}, is part of the source and stays.
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
                // A class may be called that
            } while (!taken.add(label));
            return label;
        });
    }

    /** Of a class alone. */
    static String stable(String classText) {
        var lock = LockLine.named(classText);
        var name = Objects.requireNonNullElse(ClassName.of(lock), classText);
        return lock.subclass() == null || name.equals(classText) ? name : name + "/" + lock.subclass();
    }
}
