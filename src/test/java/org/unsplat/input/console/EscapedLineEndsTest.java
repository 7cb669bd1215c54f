package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are those of lockdep.c and kcsan/report.c beside a line end within one record. */
class EscapedLineEndsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#012a | true",
                "\\x0aa | true",
                "#011a | true",
                "  \\x09a | true",
                "a#012 | true",
                "a#012-> #1 (b) | true",
                "a#012stack backtrace | true",
                "a\\x0a\\x0aother info | true",
                "a:#012b | true",
                "a==========#012b | true",
                "a#012b | false",
                "a#012b c#013 | false",
                "see bug #01 | false",
                "a\\x0bc | false",
                "a\\b x0a | false",
                "a | false",
            })
    void theyStandBesideWordsOfAReport(String text, boolean are) {
        assertEquals(are, EscapedLineEnds.areIn(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a#012b#011c#015d#013e | 'a\nb\tcd#013e'",
                "a\\x0ab\\x09c\\x0dd\\x0be | 'a\nb\tcd\\x0be'",
            })
    void allOfALineAreReplaced(String text, String replaced) {
        assertEquals(replaced, EscapedLineEnds.replaced(text));
    }
}
