package org.unsplat.demux;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.TypeLists;

/** The pieces of an open report's kind: which were seen, which one takes lines now, and which may come next. */
final class PieceOrder {

    private final List<Piece> pieces;
    private final boolean unordered;
    private final BitSet seen = new BitSet();
    private int current;

    PieceOrder(ReportKind kind) {
        this.pieces = kind.pieces();
        this.unordered = kind.unordered();
    }

    /** The index of the piece that the first line belongs to: 0 if that is the headline, else the piece with lines of its type. */
    int first(LineType<?> type, boolean hasHead) {
        for (var i = 0; !hasHead && i < pieces.size(); i++) {
            if (TypeLists.has(pieces.get(i).opening(), type)) {
                return i;
            }
        }
        for (var i = 0; !hasHead && i < pieces.size(); i++) {
            if (TypeLists.has(pieces.get(i).following(), type)) {
                return i;
            }
        }
        return 0;
    }

    /** The piece that takes lines now. */
    Piece current() {
        return pieces.get(current);
    }

    boolean isAtLast() {
        return current == pieces.size() - 1;
    }

    /** The pieces that were not seen yet. */
    List<Piece> unseen() {
        var unseen = new ArrayList<Piece>();
        for (var i = 0; i < pieces.size(); i++) {
            if (!seen.get(i)) {
                unseen.add(pieces.get(i));
            }
        }
        return unseen;
    }

    /** Makes this piece, further ahead or back, the current one. */
    Piece start(int index) {
        current = index;
        seen.set(index);
        return pieces.get(index);
    }

    /** The index of the piece that a line of this type opens: the nearest one ahead, else the first one back; -1 if none. */
    int next(LineType<?> type) {
        for (var i = current + 1; i < pieces.size(); i++) {
            if (mayOpen(i, type)) {
                return i;
            }
        }
        for (var i = 0; i <= current; i++) {
            if (mayOpen(i, type)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayOpen(int index, LineType<?> type) {
        var piece = pieces.get(index);
        return (!seen.get(index) || piece.repeats() && (unordered || index > current))
                && TypeLists.has(piece.opening(), type);
    }

    /** The distance of a piece: the number of pieces ahead plus 1; {@link Expectation#OUT_OF_ORDER} for an earlier piece in an ordered kind. */
    int distance(int index) {
        return index > current ? 1 + index - current : unordered ? 2 : Expectation.OUT_OF_ORDER;
    }
}
