package org.unsplat;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The first thing that two values differ in, by its path: of a failed law, what became what. */
final class Difference {

    private Difference() {}

    static String of(Object one, Object other) {
        return of("", one, other);
    }

    private static String of(String path, Object one, Object other) {
        if (Objects.equals(one, other)) {
            return "";
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return ofLists(path, list, others);
        }
        if (one instanceof Record && other instanceof Record && one.getClass() == other.getClass()) {
            return ofRecords(path, one, other);
        }
        return path + ": " + text(one) + " became " + text(other);
    }

    private static String ofLists(String path, List<?> one, List<?> other) {
        for (var i = 0; i < one.size() && i < other.size(); i++) {
            if (!Objects.equals(one.get(i), other.get(i))) {
                return of(path + "." + i, one.get(i), other.get(i));
            }
        }
        return path + ".#: " + one.size() + " became " + other.size();
    }

    private static String ofRecords(String path, Object one, Object other) {
        var found = new StringBuilder();
        for (var component : one.getClass().getRecordComponents()) {
            try {
                var before = component.getAccessor().invoke(one);
                var after = component.getAccessor().invoke(other);
                var difference = of(path + "." + component.getName(), before, after);
                // What is drawn from the rest is told only where nothing else is
                if (!difference.isEmpty()
                        && (found.isEmpty() || found.toString().matches("\\.\\d+\\.(title|explanation|complete).*"))) {
                    found.setLength(0);
                    found.append(difference);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return found.toString();
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list) {
            return list.size() + " of them";
        }
        var text = String.valueOf(value);
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
