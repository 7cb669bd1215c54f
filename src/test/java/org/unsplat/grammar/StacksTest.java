package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.scan.Kinds;

/**
 * An open report asks nothing more of a frame after a frame than whether stacks stand in the piece: so this must hold.
 */
class StacksTest {

    private static final List<String> FRAMES =
            List.of("f+0x1/0x2", "? f+0x1/0x2", "f+0x1/0x2 a/b.c:7", "f.isra.0+0x1/0x2 [m]");

    @Test
    void aFrameFollowsUponAFrame() {
        var stacks = Kinds.all().stream()
                .flatMap(kind -> kind.pieces().stream())
                .filter(Piece::holdsStacks)
                .toList();
        assertFalse(stacks.isEmpty());
        for (var piece : stacks) {
            for (var frame : FRAMES) {
                assertTrue(piece.follows("g+0x3/0x4", frame) && piece.isWhole(frame), piece.name() + ": " + frame);
            }
        }
    }

    @Test
    void noReportEndsWithAFrame() {
        for (var piece :
                Kinds.all().stream().flatMap(kind -> kind.pieces().stream()).toList()) {
            for (var frame : FRAMES) {
                assertFalse(piece.ends(frame) || piece.closes(frame), piece.name() + ": " + frame);
            }
        }
    }
}
