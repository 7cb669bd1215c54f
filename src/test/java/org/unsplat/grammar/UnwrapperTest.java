package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.Line;

/** Lines that a mailer broke. */
class UnwrapperTest {

    private static final Piece HELD = new HeldLockList();
    private static final Piece TRACE = BacktracePiece.close();

    private static List<Line> lines(String... texts) {
        return Stream.of(texts).map(text -> new Line(1, text, text, null, null)).toList();
    }

    private static String join(Piece piece, String last, List<Line> between, String text) {
        var line = new Line(2, text, text, null, null);
        var joined = Unwrapper.join(piece, last, Unwrapper.isWhole(piece, last), between, line, text);
        return joined == null ? null : joined.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#0:; ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (a); , at: f+0x1/0x2;",
                "#0: ffff0000c1d98148 (a){+.+.}-{0:0}; , at: f+0x1/0x2; #0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (mapping.invalidate_lock); {+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (mapping.invalidate_lock){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (rt-; >lock){+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (rt->lock){+.+.}-{0:0}, at: f+0x1/0x2",
                "1 lock held by a/1:; thanks;",
                "#0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2; so there;"
            })
    void aLockOfAList(String last, String text, String whole) {
        assertEquals(whole, join(HELD, last, List.of(), text));
    }

    @Test
    void whatLiesBetweenIsPartOfItOrNot() {
        assertEquals(
                "#0: ffff0000c1d98148 (a b){+.+.}-{0:0}, at: f+0x1/0x2",
                join(HELD, "#0: ffff0000c1d98148", lines("(a"), "b){+.+.}-{0:0}, at: f+0x1/0x2"));
        assertEquals(
                "#0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2",
                join(HELD, "#0: ffff0000c1d98148", lines("thanks"), "(a){+.+.}-{0:0}, at: f+0x1/0x2"));
        assertNull(join(HELD, "#0: ffff0000c1d98148 (a){+.+.}-{0:0}", lines("thanks"), ", at: f+0x1/0x2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "f+0x1/0x2; kernel/fork.c:12; true",
                "f+0x1/0x2; kernel/fork.c:12 [toy]; true",
                "f+0x1/0x2; [toy]; true",
                "f+0x1/0x2; toy; false",
                "f+0x1/0x2; kernel/fork.c; false",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.19.0 #1; PREEMPT_{RT,(full)}; true",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.12.0 #1; f94e6c01e31def3c3f587d0db511269469c69260; true",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.12.0 #1; later; false"
            })
    void aWholeLineMayGoOn(String last, String text, boolean does) {
        assertEquals(does ? last + " " + text : null, join(TRACE, last, List.of(), text));
        assertNull(join(TRACE, last, lines("thanks"), text));
    }

    @Test
    void noLineIsLongerThanPrintkCuts() {
        assertTrue(Unwrapper.isNear("a".repeat(4000), lines("1", "2", "3", "4"), "b".repeat(96)));
        assertFalse(Unwrapper.isNear("a".repeat(4000), List.of(), "b".repeat(97)));
        assertFalse(Unwrapper.isNear("a", lines("1", "2", "3", "4", "5"), "b"));
    }
}
