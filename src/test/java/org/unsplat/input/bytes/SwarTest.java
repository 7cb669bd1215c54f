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
}
