package org.unsplat.demux;

import java.util.List;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;

/** Reads lines that look like prose, and count because of the line directly above them. */
final class ContextReader {

    private ContextReader() {}

    /**
     * The line as one of a type that counts only directly after the last one, the same line where it is none.
     *
     * @param last line of the report
     * @param order of its pieces: the current one is asked first, then those that may begin
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
