package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.PartialLine;

class PrefixShapeTest {

    private static PartialLine line(String text) {
        return new PartialLine(1, text, 0);
    }

    /** An example, and a line in which a caret stands behind its prefix, if it has one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // Numbers vary, and the blanks before them
                "12: ;7: ^a",
                "12: ;123: ^a",
                "` 12: `;123: ^a",
                "12: ;  7: ^a",
                "a12: ;a 7: b",
                "a12: ;a7: ^b",
                "a 12: ;a   7: ^b",
                "a 12: ;a7: ^b",
                "a(12) ;a( 7) ^b",
                "12: ;x: a",
                // Single letters, levels, noon, months and days
                "a. m. ;p. m. ^x",
                "ab. ;cd. x",
                "[warn] ;[ERROR] ^x",
                "[warn] ;[warm] x",
                "Jun: ;Okt: ^x",
                "Mon: ;Die: ^x",
                "Jux: ;Okt: x",
                "1 AM ;1 pm ^x",
                "1 AM ;1 xm x",
                "Juni: ;Okto: x",
                // Blanks at the end get lost, others vary where no number follows
                "a: ;a:^",
                "a: ;a: ^  b",
                "a: ;a:b",
                "a:  b: ;a: b: ^x",
                "` a: `; a: ^x",
                "` a: `;  a: x",
                // Names in brackets with a sign in between
                "[name:lockdep&];[name:kernel&]^x",
                "[name:lockdep&];[name&kernel]x",
                "(a/1) ;(bcd/23) ^x",
                "(a/1) ;(bcd) x",
                "(a) ;(bcd) x",
                "[1:2] ;[3:4] ^x",
                "[1:2] ;[a:b] x",
                "(a/1) ;[b/2] x",
                "[a ;[a ^x",
                "[ab/c ;[de/f x",
                // grep
                "a.log-12-;a.log:13:^x",
                "a.log: ;a.log- ^x",
                "a-b: ;a:b: x",
                "a.log:;a.log-^x",
                "a=b: ;a-b: x",
                // All else is itself
                "$ ;$ ^x",
                "$ ;# x",
                ".* ;.* ^x",
                ".* ;ab x",
            })
    void aPrefixHasTheShapeOfAnother(String example, String text) {
        assertEquals(text.indexOf('^'), PrefixShape.of(example).end(text.replace("^", "")));
    }

    /** The last character must be a sign, or it is unknown where the text begins. */
    @Test
    void someTextIsNoPrefix() {
        assertNull(PrefixShape.of("  "));
        assertNull(PrefixShape.of("a"));
        assertNull(PrefixShape.of("a1"));
        assertNull(PrefixShape.of("x".repeat(96) + ":"));
        assertEquals(96, PrefixShape.of("x".repeat(95) + ":").end("x".repeat(95) + ":"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "[12.5] ;12.5",
                "[ 12,250 s] ;12.25",
                "[  7.] ;7",
                "[12] ;-",
                "12.5 ;-",
                "[a12.5] ;-",
            })
    void itMayHoldTheTime(String prefix, Double time) {
        assertEquals(time, PrefixShape.time(prefix));
        var taken = PrefixShape.of(prefix + "| ").without(line(prefix + "| a"), prefix.length() + 2);
        assertEquals("a", taken.text());
        assertEquals(time, taken.time());
    }

    @Test
    void theKernelsOwnTimeAndCallerCount() {
        var line = line("[12.5][ T1] a").with("[12.5][ T1] a", 7.5, "C1");
        var timed = PrefixShape.of("[12.5][ T1] ").without(line, 12);
        assertEquals(7.5, timed.time());
        assertEquals("C1", timed.caller());
        var untimed = PrefixShape.of("[12.5][ T1] ").without(line("[12.5][ T1] a"), 12);
        assertEquals("T1", untimed.caller());
        assertEquals(12.5, untimed.time());
    }

    /** A comment is a kind of quote. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" * ;1", "/** ;1", "// ;1", "//! ;1", "# ;1", "dnl ;1", "-- ;1", "REM ;1", "> ;0", "#1 ;0"})
    void aCommentIsQuoted(String prefix, int depth) {
        assertEquals(
                depth,
                PrefixShape.of(prefix)
                        .without(line(prefix + "a"), prefix.length())
                        .depth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "2024-06-25 12:00:00 vm: ;2024-06-25 12:00:00 vm: ",
                "vm |2024-06-25 12:00:00 | ;2024-06-25 12:00:00 |",
                "vm2024-06-25 12:00:00: ;-",
                "vm: ;-",
            })
    void itMayHoldADate(String prefix, String wall) {
        var line = PrefixShape.of(prefix + " ").without(line(prefix + " a"), prefix.length() + 1);
        assertEquals(wall, line.wall() == null ? null : line.wall().strip());
    }
}
