package org.unsplat.render.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.triage.ClassName;

/**
 * The names of the lock classes of one report such that they are the same in another boot: {@code &q->lock#2} is
 * {@code &q->lock}, for lockdep numbers the classes of a name as they come. Where one report has two classes of a name, the
 * second one is {@code &q->lock (2)}. A subclass, {@code &q->lock/1}, is part of the source and stays.
 */
final class ClassLabels {

    private final Map<String, String> labels = new HashMap<>();

    /** @param classText as printed */
    String of(String classText) {
        var known = labels.get(classText);
        if (known != null) {
            return known;
        }
        var name = stable(classText);
        var label = name;
        for (int i = 2; labels.containsValue(label); i++) {
            label = name + " (" + i + ")";
        }
        labels.put(classText, label);
        return label;
    }

    /** Of a class alone. */
    static String stable(String classText) {
        var lock = LockLine.named(classText);
        var name = Objects.requireNonNullElse(ClassName.of(lock), classText);
        return lock.subclass() == null || name.equals(classText) ? name : name + "/" + lock.subclass();
    }
}
