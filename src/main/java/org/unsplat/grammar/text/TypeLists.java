package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;

/** Lists of types of lines, put together. */
public final class TypeLists {

    private TypeLists() {}

    /** All types of the lists, in their order. */
    @SafeVarargs
    public static List<LineType<?>> joined(List<LineType<?>>... lists) {
        var types = new ArrayList<LineType<?>>();
        for (var list : lists) {
            types.addAll(list);
        }
        return List.copyOf(types);
    }

    /** Whether the type is one of the list; null, which is none, never is. */
    public static boolean has(List<LineType<?>> types, LineType<?> type) {
        for (var i = 0; i < types.size(); i++) {
            // By index: an iterator for each line of a log costs more than the look
            if (types.get(i) == type) {
                return true;
            }
        }
        return false;
    }
}
