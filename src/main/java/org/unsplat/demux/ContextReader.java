package org.unsplat.demux;

import java.util.List;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;

/** Reads lines that look like prose and are recognized only by the line directly above them. */
final class ContextReader {

    private ContextReader() {}

    /**
     * Reads the line as one of the types that count only directly after {@code last}; returns it unchanged if it is none of them.
     *
     * @param last the last line of the report
     * @param order the pieces of the report; the types of the current piece are tried first, then those that open others
     */
    static TypedLine read(TypedLine line, TypedLine last, PieceOrder order) {
        var found = read(line, last, order.current().following());
        if (found != null) {
            return found;
        }
        for (var piece : order.unseen()) {
            found = read(line, last, piece.opening());
            if (found != null) {
                return found;
            }
        }
        return line;
    }

    private static TypedLine read(TypedLine line, TypedLine last, List<LineType<?>> types) {
        for (var type : types) {
            var found =
                    type instanceof ContextType<?> context && context.follows(last, line) ? line.readAs(type) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
