package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.scan.Kinds;

/** An open report asks little of a frame after a frame: whether frames stand in the piece. So this must hold. */
class StacksTest {

    private static final List<String> FRAMES =
            List.of("f+0x1/0x2", "? f+0x1/0x2", "f+0x1/0x2 a/b.c:7", "f.isra.0+0x1/0x2 [m]");

    @Test
    void aFrameFollowsUponAFrame() {
        var stacks = pieces().stream()
                .filter(piece -> piece.following().containsAll(List.of(FrameLine.TYPE, StackTrace.OFFSETLESS)))
                .toList();
        assertFalse(stacks.isEmpty());
        var last = Pieces.typed("g+0x3/0x4");
        for (var piece : stacks) {
            for (var frame : FRAMES) {
                var next = Pieces.typed(frame);
                assertTrue(
                        next.is(FrameLine.TYPE) && piece.mayFollow(last, next) && piece.isNext(last, next),
                        piece.name() + ": " + frame);
            }
        }
    }

    @Test
    void noReportEndsWithAFrame() {
        for (var piece : pieces()) {
            for (var frame : FRAMES) {
                var line = Pieces.typed(frame);
                assertFalse(piece.endsPiece(line) || piece.endsReport(line), piece.name() + ": " + frame);
            }
        }
    }

    private static List<Piece> pieces() {
        return Kinds.all().stream().flatMap(kind -> kind.pieces().stream()).toList();
    }
}
