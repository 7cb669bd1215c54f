package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteMatcherTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The reference is {@code String}: each range of each text, with words that begin and end alike, and one of two letters. */
    @ParameterizedTest
    @CsvSource({"BUG: WARNING: INFO: BUG", "BUBUG: G: ABUG", "xabyababx", "ab", "b", "''"})
    void wordsAreFoundWhereTheyStandWhole(String text) {
        var words = new String[] {"BUG: ", "G: A", "ab", "xabyab"};
        var matcher = new ByteMatcher(words);
        for (var end = 0; end <= text.length(); end++) {
            var range = text.substring(0, end);
            var anywhere = false;
            for (var at = end; at >= 0; at--) {
                var is = false;
                var start = -1;
                for (var word : words) {
                    is |= range.startsWith(word, at);
                    start = start < 0 && range.substring(0, at).endsWith(word) ? at - word.length() : start;
                }
                anywhere |= is;
                var where = range + " at " + at;
                assertEquals(is, matcher.areAt(bytes(text), at, end), where);
                assertEquals(anywhere, matcher.areIn(bytes(text), at, end), where);
                assertEquals(start, matcher.startOf(bytes(text), at, end), where);
            }
        }
    }

    @Test
    void nothingIsOutsideOfTheText() {
        var matcher = new ByteMatcher("ab");
        assertEquals(false, matcher.areAt(bytes("ab"), -1, 2));
        assertEquals(-1, matcher.startOf(bytes("ab"), 1, 2));
        assertEquals(-1, matcher.startOf(bytes("ab"), 2, 1), "the range ends before");
    }

    /** {@code bz} has the slot of {@code ab} in the table of pairs. */
    @Test
    void theTableOfPairsDoesNotDecide() {
        var matcher = new ByteMatcher("ab");
        assertEquals(false, matcher.areAt(bytes("bz"), 0, 2));
        assertEquals(false, matcher.areIn(bytes("bz"), 0, 2));
        assertEquals(-1, matcher.startOf(bytes("bz"), 2, 2));
    }
}
