package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUG: key 0xffff888012345678 has not been registered! | BUG: key ADDR has not been registered!",
                "BUG: toy at mm/toy.c:12:7 | BUG: toy at mm/toy.c:LINE",
                "BUG: toy in toy_get+0x1b/0x40 [toy] | BUG: toy in toy_get [toy]",
                "BUG: toy on CPU#3, toys 0,1,2 | BUG: toy on CPU, toys NUM,NUM,NUM",
                "BUG: syz-executor.3/4711 toyed | BUG: syz-executor toyed",
                "possible deadlock in nl802154_toy | possible deadlock in nl802154_toy",
                "WARNING: toy12345678 from 10.0.0.1 | WARNING: toyNUM from IP"
            })
    void whatDiffersFromRunToRunBecomesAWord(String line, String title) {
        assertEquals(title, TitleText.of(line));
    }

    @Test
    void titlesAreOneLineOfAscii() {
        assertEquals("BUG: a b", TitleText.of("  BUG:\t a\u00e9\u0007  b "));
        assertEquals(120, TitleText.of("BUG: " + "x".repeat(500)).length());
    }

    @Test
    void damagedLinesTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String piece : new String[] {"0,", "a.", ".a:1", "1", "WARNING: ", " at a.c:1"}) {
                TitleText.of(piece.repeat(1_000_000));
                new ReportFixture("lockdep-internal", "WARNING: " + piece.repeat(1_000_000)).title();
            }
        });
    }
}
