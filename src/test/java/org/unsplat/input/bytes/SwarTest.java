package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SwarTest {

    private static byte[] bytes(String text) {
        return (text + "\0".repeat(Swar.SLACK)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theFirstSignIsFound() {
        for (var at = 0; at < 8; at++) {
            assertEquals(at, Swar.first(0x80L << 8 * at));
            assertEquals(at, Swar.first(Swar.SIGNS << 8 * at), "those after it do not matter");
        }
    }

    @Test
    void aLineEndIsFoundWhereverItStands() {
        for (var at = 0; at < 20; at++) {
            assertEquals(at, Swar.lineEnd(bytes("x".repeat(at) + "\n\n"), 0));
            assertEquals(at, Swar.lineEnd(bytes("\n" + "\u008a".repeat(at) + "\n"), 1) - 1);
        }
    }

    @Test
    void whatComesAfterALineEndIsNone() {
        var text = "\n\u000b\u000b\n\n\u000b\t\n\u000b\u008a\n";
        for (var from = 0; from <= text.length(); from++) {
            for (var to = from; to <= text.length(); to++) {
                var ends = text.substring(from, to)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                assertEquals(ends, Swar.countLines(bytes(text), from, to), from + " to " + to);
            }
        }
    }

    /** As the loop over single bytes does it. */
    @Test
    void aLineBeginsBehindALineEnd() {
        var text = "ab\nxxxxxxx\nyyyyyyyyyyyyyyyyyyyy\n\nz\u008a";
        for (var first = 0; first <= text.length(); first++) {
            for (var at = first; at <= text.length(); at++) {
                var start = Math.max(first, text.substring(0, at).lastIndexOf('\n') + 1);
                assertEquals(start, Swar.lineStart(bytes(text), first, at), first + " and " + at);
            }
        }
    }

    @Test
    void plainTextIsFromBlankToTildeWithoutAmpersands() {
        for (var c = 0; c < 256; c++) {
            for (var at = 0; at < 20; at++) {
                var isPlain = c >= ' ' && c <= '~' && c != '&';
                var text = " ~".repeat(10).substring(0, at) + (char) c + "%'\n";
                assertEquals(isPlain ? at + 3 : at, Swar.plainEnd(bytes(text), 0), c + " at " + at);
            }
        }
    }
}
