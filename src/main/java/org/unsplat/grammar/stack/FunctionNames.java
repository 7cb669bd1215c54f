package org.unsplat.grammar.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of function names, given as text with one blank or line end in between; {@code *} matches any text, once in a name and not first. */
final class FunctionNames {

    private final Set<String> whole = new HashSet<>();

    /** The names with {@code *} by their first letter. */
    private final Map<Character, List<Affixes>> others = new HashMap<>();

    private record Affixes(String start, String end) {

        boolean fit(String name) {
            return name.startsWith(start) && name.length() >= start.length() + end.length() && name.endsWith(end);
        }
    }

    FunctionNames(String text) {
        // Not by an expression, which takes several times as long
        for (var name : text.replace('\n', ' ').split(" ")) {
            var any = name.indexOf('*');
            if (any < 0) {
                whole.add(name);
            } else {
                others.computeIfAbsent(name.charAt(0), letter -> new ArrayList<>())
                        .add(new Affixes(name.substring(0, any), name.substring(any + 1)));
            }
        }
    }

    boolean hold(String name) {
        if (name.isEmpty()) {
            return false;
        }
        for (var other : others.getOrDefault(name.charAt(0), List.of())) {
            if (other.fit(name)) {
                return true;
            }
        }
        return whole.contains(name);
    }
}
