package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that would make a backtracking expression, or a list of all lines, take its time. */
class PathologicalTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MANY = 100_000;
    private static final String HEAD = """
            =============================
            [ BUG: Invalid wait context ]
            6.12.117 #1 Not tainted
            -----------------------------
            """;

    static Stream<String> lines() {
        return Stream.of(
                        "(",
                        ")",
                        "((",
                        "){",
                        "{+.+.}",
                        "(a){+.+.}-{4:4}, at: ",
                        " (a){+.+.} -> ",
                        "+0x1/0x2",
                        "a+0x1/0x2 ",
                        "a.c:1 ",
                        "f (a.c:1 ",
                        " from ",
                        "/1",
                        "/1 is trying to lock:",
                        " [m]",
                        "::",
                        "[<ffff",
                        "#0: ",
                        "0x",
                        "00000000 ",
                        "-> #1 (",
                        "lock(",
                        "Tainted: G ",
                        "CPU: 0 PID: 1 Comm: ",
                        " at ",
                        "=",
                        "-",
                        " locks held by a/1:",
                        "[    1.000000] ",
                        "> ",
                        "| ",
                        "BUG: KCSAN: data-race in a / ",
                        "value changed: 0x",
                        "hardirqs last  enabled at (1): [<",
                        "\t",
                        "'",
                        "\\x0a",
                        "#012",
                        "\u2192 #1 (",
                        "&rarr; a ",
                        "<a b=\"",
                        "<a b=c ",
                        "<b></div>",
                        "<a>1</a>",
                        "\\[\\_",
                        "read ",
                        "[name:a&]",
                        "# WARNING: ",
                        "1;2,3,4,-",
                        ": ====================")
                .map(part -> part.repeat(MANY / part.length()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineOfOneThing(String line) {
        var log = HEAD + line + "\ninsmod/44 is trying to lock:\n" + line + "\n#0: " + line + "\n" + line + ";\n" + "("
                + line + "){+.+.}-{4:4}, at: a+0x1/0x2\n " + line + "+0x1/0x2\n" + "x" + line + "\n";
        assertTimeoutPreemptively(
                SOON, () -> assertEquals(1, ReportFacts.reports(log).size()));
    }

    @Test
    void aNameOfAMillionParentheses() {
        var name = "(".repeat(500_000) + ")".repeat(500_000);
        var log = HEAD + "insmod/44 is trying to lock:\nffff888000379468 (" + name
                + "){+.+.}-{4:4}, at: lkt_wait+0x18/0x40 [lkt]\n";
        assertTimeoutPreemptively(
                SOON, () -> assertEquals(1, ReportFacts.reports(log).size()));
    }

    @Test
    void timeGrowsAsTheLogDoes() {
        var one = Sample.all().stream()
                .filter(sample -> sample.operand().contains("abba-mutex"))
                .findFirst()
                .orElseThrow()
                .text();
        time(one, 100);
        var few = time(one, 100);
        var many = time(one, 800);
        assertTrue(many < 8 * 4 * Math.max(few, 20_000_000), "100 reports take " + few + " ns, 800 take " + many);
    }

    private static long time(String log, int times) {
        var start = System.nanoTime();
        assertEquals(times, ReportFacts.reports(log.repeat(times)).size());
        return System.nanoTime() - start;
    }

    @Test
    void aReportThatNeverEndsIsClosed() {
        var log = HEAD + "insmod/44 is trying to lock:\n" + " a+0x1/0x2\n".repeat(3 * MANY);
        assertTimeoutPreemptively(
                SOON, () -> assertTrue(ReportFacts.reports(log).size() >= 1));
    }
}
