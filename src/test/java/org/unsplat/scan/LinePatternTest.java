package org.unsplat.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line that the user requires may look like. */
class LinePatternTest {

    @ParameterizedTest
    @CsvSource({
        "^up$, up, YES",
        "^up$, up?, NO",
        "u, dump, YES",
        "p$, dump, YES",
        "'(u)(?<=u)m', dump, YES",
        "'(.)\\1', apple, YES",
        "'', '', YES",
    })
    void partOfTheLineMustMatch(String regex, String line, LinePattern.Answer answer) {
        assertEquals(answer, new LinePattern(regex).findIn(line));
    }

    /** An expression that compares each character with many others, and one that takes the whole stack. */
    @Test
    void tooSlowIsNeitherYesNorNo() {
        assertEquals(LinePattern.Answer.TOO_SLOW, new LinePattern(".*.*.*.*b").findIn("a".repeat(200)));
        assertEquals(LinePattern.Answer.TOO_SLOW, new LinePattern("(?:a|b)*c").findIn("ab".repeat(100_000)));
    }

    /** Each character that is compared is a step. */
    @Test
    void aMillionStepsAreNotTooSlow() {
        assertEquals(LinePattern.Answer.NO, new LinePattern("[b]").findIn("a".repeat(1_000_000)));
        assertEquals(LinePattern.Answer.TOO_SLOW, new LinePattern("[b]").findIn("a".repeat(1_000_001)));
    }
}
