package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.Problem;

/** A report whose lines contradict each other, or may have been joined wrongly, says so. */
class CheckedLinesTest {

    private static final String MAIL =
            "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n" + "Content-Transfer-Encoding: ";

    private static String text(String sample) {
        var text = new Sample(Path.of("samples", sample + ".log")).text();
        return ReportFacts.canonical(ReportFacts.reports(text).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "lockdep/bad-contention/6.1-x86_64, ' #1', ' #19', CPU: .*",
        "lockdep/suspicious-rcu/6.12-x86_64-two-cpus, Comm: lkt_race, Comm: lkt_ race, CPU: .*",
        "lockdep/irq-order/6.12-x86_64-three-locks, lkt_sc, lkt_s, .* --> .*",
    })
    void aLineContradictsAnother(String sample, String words, String others, String line) {
        var text = text(sample);
        assertTrue(ReportFacts.reports(text).get(0).complete(), text);
        var changed = new StringBuilder();
        text.lines()
                .forEach(each -> changed.append(each.matches(line) ? each.replace(words, others) : each)
                        .append('\n'));
        assertInconsistent(changed.toString());
    }

    private static void assertInconsistent(String text) {
        var report = ReportFacts.reports(text).get(0);
        assertFalse(report.complete(), text);
        assertTrue(report.problems().stream().anyMatch(problem -> problem.code() == Problem.Code.INCONSISTENT), text);
    }

    /** Whether a blank was there cannot be told where all lines were broken at one width. */
    @Test
    void aWordMayHaveBeenBroken() {
        var text = text("kcsan/data-race/made-up-5.8-scoped-unknown-origin");
        assertInconsistent(text.replace("(i440FX + PIIX,", "(i44\n0FX + PIIX,"));
    }

    /** What stands in one line of base64 need not be adjacent, nor apart what stands in two. */
    @Test
    void theRestOfALineIsTheSameInAnyEncoding() {
        var text = text("lockdep/bad-contention/6.1-x86_64");
        for (var rest : new String[] {"$1\nrest-of-it", "$1\n\nrest-of-it"}) {
            var changed = text.replaceFirst("(Hardware name: .*)", rest);
            var plain = ReportFacts.reports(MAIL + "8bit\n\n" + changed);
            var coded = Base64.getMimeEncoder().encodeToString(changed.getBytes(StandardCharsets.ISO_8859_1));
            var base64 = ReportFacts.reports(MAIL + "base64\n\n" + coded);
            assertEquals(plain.get(0).complete(), base64.get(0).complete(), changed);
            assertEquals(
                    plain.get(0).problems().size(), base64.get(0).problems().size(), changed);
        }
    }
}
