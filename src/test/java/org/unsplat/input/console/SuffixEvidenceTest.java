package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.Cleaned;

/** What stands behind a headline and its neighbours alike is taken off, and nothing else is. */
class SuffixEvidenceTest {

    private static final String RULER = "============================================";
    private static final List<String> HEAD = List.of(
            RULER,
            "WARNING: possible recursive locking detected",
            "6.12.0 #1 Not tainted",
            "a/1 is trying to lock:",
            "",
            "last");

    private static List<String> texts(Stream<String> lines) {
        return Cleaned.of(String.join("\n", lines.toList())).texts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '$',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "    \"~\",",
                "  - '~'",
                "b'~\\r\\n'",
                "\"~\\n\"",
                "| ~ |",
                ": ~$$",
                ": ~^M$$",
                "# ~\\",
                "# ~ \\",
                "`~`"
            })
    void aConstantSuffixIsTakenOff(String prefix, String suffix) {
        assertEquals(HEAD, texts(HEAD.stream().map(line -> prefix + line + suffix.replace("$$", "$"))));
    }

    @Test
    void theLastElementOfAListHasNoComma() {
        var list = Stream.concat(Stream.of("["), HEAD.stream().map(line -> "  \"" + line + "\","));
        assertEquals(
                "f+0x1/0x2",
                texts(Stream.concat(list, Stream.of("  \"f+0x1/0x2\"", "]"))).get(HEAD.size() + 1));
    }

    @Test
    void escapesOfStringsGo() {
        var list = Stream.concat(HEAD.stream(), Stream.of("(\\\"%s\\\"x){+.+.}", "a\\\\b\\tc"));
        var texts = texts(list.map(line -> "  \"" + line + "\","));
        assertEquals(List.of("(\"%s\"x){+.+.}", "a\\b\tc"), texts.subList(HEAD.size(), HEAD.size() + 2));
    }

    @Test
    void itEndsWhereItIsNoMore() {
        var lines = Stream.of(
                        HEAD.stream().map(line -> line + "$"),
                        Stream.generate(() -> "x").limit(60),
                        Stream.of("y$"))
                .flatMap(each -> each);
        var texts = texts(lines);
        assertEquals("y$", texts.get(texts.size() - 1));
    }

    @Test
    void whatFollowsASingleHeadlineStays() {
        var quote = "He said \"WARNING: possible recursive locking detected\"";
        assertEquals(List.of(quote, "and left."), texts(Stream.of(quote, "and left.")));
        assertEquals(List.of(quote, "", "\"No\""), texts(Stream.of(quote, "", "\"No\"")));
        assertEquals(List.of(quote), texts(Stream.of(quote)));
    }
}
