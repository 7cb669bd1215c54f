package org.unsplat.render.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.unsplat.render.StyledText;

/** Tables and sentences on screens of any width. */
class StyledTableTest {

    private static String screen(int width, Consumer<ScreenBuffer> written) {
        var screen = new ScreenBuffer(width, false);
        written.accept(screen);
        return screen.text();
    }

    private static String table(int width, int indent, int kept, String... rows) {
        return screen(width, screen -> {
            var table = new StyledTable(kept);
            for (var row : rows) {
                table.row(List.of(row.split(",")).stream().map(StyledText::of).toArray(StyledText[]::new));
            }
            table.write(indent, screen);
        });
    }

    @Test
    void aTableHasColumnsWhereTheyFit() {
        assertEquals("", table(80, 0, 1));
        assertEquals("  a   bb  ccc\n  dd  e   f\n", table(80, 2, 2, "a,bb,ccc", "dd,e,f"));
        assertEquals("a   bb  ccc\n", table(11, 0, 2, "a ,bb,ccc"));
        assertEquals("a   bb\n    ccc\n", table(10, 0, 2, "a ,bb,ccc"));
    }

    /** Below the last column that stays, or further to the left if that has no room. */
    @Test
    void columnsThatDoNotFitGoBelow() {
        assertEquals(
                "a   bb\n    one two three four\ndd  e\n    f\n", table(22, 0, 2, "a,bb,one two three four", "dd,e,f"));
        assertEquals(
                "a   bb\n  one two three four\ndd  e\n  f\n", table(21, 0, 2, "a,bb,one two three four", "dd,e,f"));
        assertEquals("a  b\n   one two; three four\n", table(23, 0, 2, "a,b,one two,three four"));
    }

    /** The last column that stays is wrapped if its words have room, or goes below. */
    @Test
    void aWideColumnIsWrapped() {
        var words = "one two three four five six seven";
        assertEquals("a  one two three four five\n   six seven\n", table(27, 0, 2, "a," + words));
        assertEquals("a\n        one two three four\n        five six seven\n", table(26, 0, 2, "a," + words));
        assertEquals(
                "a\n        " + "x".repeat(30) + "\n",
                table(40, 0, 2, "a," + "x".repeat(30)).replace("a  x", "a\n        x"));
        assertEquals(
                "aaaaaaaaaaaa\n        " + "x".repeat(30) + "\n", table(40, 0, 2, "aaaaaaaaaaaa," + "x".repeat(30)));
    }

    @Test
    void linesThatAreTooLongGoOnFurtherIn() {
        assertEquals("one two three\n", screen(13, screen -> screen.line(StyledText.of("one two three "))));
        assertEquals(
                "one\n        two\n        three\n        four\n",
                screen(13, screen -> screen.line(StyledText.of("one two three four"))));
        assertEquals("  one\n    two\n", screen(8, screen -> screen.wrapped(2, 4, StyledText.of("one two"))));
        var words = "word ".repeat(30).strip();
        assertEquals(
                98 / 5 * 5 + 1,
                screen(160, screen -> screen.prose(StyledText.of(words))).indexOf('\n'),
                "sentences are no wider than 100 columns");
    }
}
