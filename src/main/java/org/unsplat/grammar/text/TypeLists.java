package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.unsplat.classify.LineType;

/** Operations on lists of line types and of their starts. */
public final class TypeLists {

    private TypeLists() {}

    /** The members of all lists or sets in order. */
    @SafeVarargs
    public static <T> List<T> joined(Collection<? extends T>... lists) {
        var joined = new ArrayList<T>();
        for (var list : lists) {
            joined.addAll(list);
        }
        return List.copyOf(joined);
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
