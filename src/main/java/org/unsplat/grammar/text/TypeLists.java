package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;

/** Operations on lists of line types. */
public final class TypeLists {

    private TypeLists() {}

    /** The types of all lists in order. */
    @SafeVarargs
    public static List<LineType<?>> joined(List<LineType<?>>... lists) {
        var types = new ArrayList<LineType<?>>();
        for (var list : lists) {
            types.addAll(list);
        }
        return List.copyOf(types);
    }

    /** Whether the list contains the type; false for null, the type of untyped lines. */
    public static boolean has(List<LineType<?>> types, LineType<?> type) {
        for (var i = 0; i < types.size(); i++) {
            // By index: this runs for each line of a log, where an iterator costs more than the comparison
            if (types.get(i) == type) {
                return true;
            }
        }
        return false;
    }
}
