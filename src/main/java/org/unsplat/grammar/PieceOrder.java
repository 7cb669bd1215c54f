package org.unsplat.grammar;

import java.util.BitSet;
import java.util.List;

/** The pieces of an open report's kind: which have been seen, which one takes lines now, and which may come next. */
final class PieceOrder {

    private final List<Piece> pieces;
    private final boolean anyOrder;
    private final BitSet seen = new BitSet();
    private int current;

    PieceOrder(ReportKind kind) {
        this.pieces = kind.pieces();
        this.anyOrder = kind.inAnyOrder();
    }

    /** The piece that headlines such as this one stand in: a list of held locks may stand alone. */
    int headPiece(String head) {
        for (var i = 0; anyOrder && i < pieces.size(); i++) {
            if (pieces.get(i).starts(head)) {
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

    /** Goes on, or back, to that piece. */
    Piece start(int index) {
        current = index;
        seen.set(index);
        return pieces.get(index);
    }

    /** The piece that the line starts: the nearest one ahead, else one that has not been seen; -1 for none. */
    int next(String text) {
        for (var i = current + 1; i < pieces.size(); i++) {
            if ((!seen.get(i) || pieces.get(i).repeats()) && pieces.get(i).starts(text)) {
                return i;
            }
        }
        for (var i = 0; i <= current; i++) {
            if ((!seen.get(i) || anyOrder && pieces.get(i).repeats())
                    && pieces.get(i).starts(text)) {
                return i;
            }
        }
        return -1;
    }

    /** How near the piece is: the further ahead the further away, and {@link OpenReport#OUT_OF_ORDER} behind. */
    int distance(int index) {
        return index > current ? 1 + index - current : anyOrder ? 2 : OpenReport.OUT_OF_ORDER;
    }

    /** Whether any piece knows the line. */
    boolean knows(String text) {
        for (var piece : pieces) {
            if (piece.starts(text) || piece.continues(text)) {
                return true;
            }
        }
        return false;
    }
}
