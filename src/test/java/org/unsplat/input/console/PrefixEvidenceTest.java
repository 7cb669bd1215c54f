package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Cleaned;
import org.unsplat.input.Line;

/** What stands in front of a headline and its neighbours alike is taken off, and nothing else is. */
class PrefixEvidenceTest {

    private static final String RULER = "============================================";
    private static final List<String> HEAD = List.of(
            RULER, "WARNING: possible recursive locking detected", "6.12.0 #1 Not tainted", "a/1 is trying to lock:");

    private static List<String> texts(Stream<String> lines) {
        return Cleaned.of(String.join("\n", lines.toList())).texts();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": ",
                " * ",
                "# ",
                "#",
                "dnl ",
                "host ",
                "host: ",
                "[...] ",
                "[xxxxx.xxxxxx] ",
                "[dut-1] ",
                "(3)(kworker/1:2) ",
                "{4} ",
                "14/11/25 11:37 a. m.\t\t",
                "Fr., 14. Nov. 11:37:12 | ",
                "7344   \u2502 ",
                "console.log-12-",
                "00: ",
                "dut1@lab3 $ ",
                "\u2551 "
            })
    void aConstantPrefixIsTakenOff(String prefix) {
        assertEquals(HEAD, texts(HEAD.stream().map(prefix::concat)));
        assertEquals(HEAD, texts(HEAD.stream().map(line -> "> " + prefix + line)));
        assertEquals(HEAD, texts(HEAD.stream().map(line -> "[   12.345678] " + prefix + line)));
    }

    @Test
    void itIsTakenOffTheLinesThatFollow() {
        assertEquals(
                List.of("   f+0x1/0x2", "", "-> #1 (a){+.+.}-{4:4}:", "eth0: up", "=> g"),
                texts(Stream.concat(
                                HEAD.stream().map(": "::concat),
                                Stream.of(":    f+0x1/0x2", ":", ": -> #1 (a){+.+.}-{4:4}:", "eth0: up", "=> g")))
                        .subList(4, 9));
    }

    @Test
    void numbersVary() {
        assertEquals(
                HEAD,
                texts(Stream.of(
                        "  8\t" + HEAD.get(0), "  9\t" + HEAD.get(1), " 10\t" + HEAD.get(2), "100\t" + HEAD.get(3))));
        assertEquals(
                HEAD,
                texts(Stream.of(
                        "[9.1 s] " + HEAD.get(0),
                        "[ 10.23 s] " + HEAD.get(1),
                        "[10.3 s] " + HEAD.get(2),
                        "[ 100.4 s] " + HEAD.get(3))));
    }

    @Test
    void theTimeAndTheCallerAreRead() {
        var lines = Cleaned.of("[12.5][ T17] " + RULER + "\n[12.75][ T17] " + HEAD.get(1)
                        + "\n[13,250 s] x\n[13.25][  C1] " + HEAD.get(2) + "\n[14.125][ T17]\n")
                .lines();
        assertEquals(12.5, lines.get(0).time());
        assertEquals("T17", lines.get(1).caller());
        assertEquals("[13,250 s] x", lines.get(2).text(), "another form");
        assertEquals("C1", lines.get(3).caller());
        assertEquals(14.125, lines.get(4).time());
        assertEquals("", lines.get(4).text());
    }

    @Test
    void aCommentCountsAsQuoting() {
        var lines = Cleaned.of(" * " + RULER + "\n * " + HEAD.get(1) + "\n * " + HEAD.get(2) + "\n */\n")
                .lines();
        assertEquals(List.of(1, 1, 1, 0), lines.stream().map(Line::depth).toList());
    }

    @Test
    void aHeadlineWithoutARulerNeedsLinesOfItsReport() {
        var report = List.of(
                "INFO: trying to register non-static key.",
                "The code is fine but needs lockdep annotation, or maybe",
                "you didn't initialize this object before use?");
        assertEquals(report, texts(report.stream().map("[   32.955597  ] "::concat)));
        var list = List.of("* BUG: KCSAN: data-race in a / b", "* a link", "* another link", "* see above");
        assertEquals(list, texts(list.stream()));
    }

    @Test
    void grepsListOfHeadlinesIsNoEvidence() {
        var list = List.of(
                "a.log: WARNING: possible recursive locking detected",
                "a.log: BUG: KCSAN: data-race in a / b",
                "a.log: INFO: task b:1 blocked for more than 120 seconds.");
        assertEquals(list, texts(list.stream()));
    }

    @Test
    void theKernelsOwnPrefixesStay() {
        var stall = List.of(
                "rcu: INFO: rcu_preempt self-detected stall on CPU",
                "rcu: \t0-....: (1 GPs behind) idle=1/1/0x1",
                "rcu: \t(t=1 jiffies g=1 q=1)");
        assertEquals(stall, texts(stall.stream()));
    }

    @Test
    void anotherQuotingOrMessageIsAnothersText() {
        assertEquals(
                List.of(": a", ": b"),
                texts(Stream.concat(HEAD.stream().map("> : "::concat), Stream.of(": a", ">> : b")))
                        .subList(4, 6));
        var head = "From a Mon Jan  1 00:00:00 2024\nFrom: a\nSubject: b\nMessage-ID: <1@a>\n\n";
        var mails = Cleaned.of(head + ": " + String.join("\n: ", HEAD) + "\n\n" + head + ": x\n")
                .texts();
        assertEquals(": x", mails.get(mails.size() - 1));
    }

    @Test
    void itIsOverAfterManyLinesWithoutIt() {
        var lines = texts(Stream.of(
                        HEAD.stream().map(": "::concat),
                        Stream.iterate("x", text -> text).limit(50),
                        Stream.of(": y"))
                .flatMap(each -> each));
        assertEquals(": y", lines.get(lines.size() - 1));
    }

    @Test
    void aLongWaitForEvidenceEnds() {
        var lines = Stream.concat(
                        Stream.of(": " + RULER),
                        Stream.iterate("x", text -> text).limit(20))
                .toList();
        assertEquals(lines, texts(lines.stream()));
    }
}
