package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** No other line of the sample matches; an empty text deletes it. */
    @ParameterizedTest
    @CsvSource({
        "lockdep/circular-dependency/6.1-x86_64-abcd-mutex, 'Possible unsafe locking scenario:', 'Possible unsafe locki'",
        "lockdep/circular-dependency/6.1-x86_64-abcd-mutex, '  lock\\(lkt_ma\\);', ''",
        "lockdep/circular-dependency/6.1-x86_64-abcd-mutex, 'Chain exists of:\n.*', ''",
        "lockdep/irq-inversion/6.12-x86_64-backward, '  <Interrupt>', '  <Int'",
        "lockdep/irq-inversion/6.12-x86_64-backward, ' +local_irq_disable\\(\\);', ''",
        "lockdep/irq-inversion/6.12-x86_64-backward, ' +IN-HARDIRQ-W at:', ''",
        "lockdep/irq-inversion/6.12-x86_64-backward, ' \\(lkt_sa\\)\\{-\\.\\.\\.\\}-\\{3:3\\}', ''",
        "lockdep/irq-order/6.12-x86_64-three-locks, ' \\.\\.\\. key      at: .* lkt_sa\\+.*', ''",
        "lockdep/inconsistent-state/6.1-x86_64-softirq, 'softirqs last disabled at .*', ''",
        "lockdep/bad-contention/6.1-x86_64, ' <TASK>', ''",
        "lockdep/bad-contention/6.1-x86_64, ' </TASK>', ''",
        "lockdep/held-locks/6.12-x86_64-hung-task, ' </TASK>', ''",
        "lockdep/bad-contention/6.1-x86_64, ' <TASK>', ' <TA'",
        "lockdep/bad-contention/6.1-x86_64, ' dump_stack_lvl\\+.*', ' dump_stack_lvl+0'",
        "lockdep/bad-contention/6.1-x86_64, 'R10: .*', 'R10: 00000000000001b6 R11: 000'",
        "lockdep/held-locks/6.12-x86_64-hung-task, ' lkt_thread\\+.*', ' lkt_thr'",
        "lockdep/held-locks/6.12-x86_64-hung-task, ' __schedule\\+.*', ' __sched'",
        "kcsan/data-race/6.12-x86_64-interrupt, 'BUG: KCSAN: data-race in .*', 'BUG: KCSAN: data-race in kct_r'",
        "kcsan/data-race/6.12-x86_64-interrupt, '( / kct_wr)32 .kct.', '$1'",
        "kcsan/data-race/6.12-x86_64-decoded, 'kthread \\(kernel/kthread.c:\\d+\\) *', 'kthread (kernel'",
    })
    void aLineIsCutOrMissing(String sample, String line, String rest) {
        var text = text(sample);
        assertTrue(ReportFacts.reports(text).get(0).complete(), text);
        var damaged = text.replaceFirst("(?m)" + line + "$", rest);
        assertNotEquals(text, damaged);
        var report = ReportFacts.reports(damaged).get(0);
        assertTrue(!report.complete() || !report.unparsed().isEmpty(), damaged);
    }

    /** A console, or two in one log, may print each line twice, or the headline alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcsan/data-race/6.12-x86_64-interrupt",
                "lockdep/bad-contention/6.1-x86_64",
                "lockdep/irq-inversion/6.12-x86_64-backward",
                "lockdep/held-locks/6.12-x86_64-sleeping-function"
            })
    void linesAreDoubled(String sample) {
        var text = text(sample);
        var report = ReportFacts.reports(text).get(0);
        var head = Pattern.quote(report.headline());
        for (var doubled :
                List.of(text.replaceFirst("(?m)^(" + head + ")$", "$1\n$1"), text.replaceAll("(?m)^(.+)$", "$1\n$1"))) {
            var reports = ReportFacts.reports(doubled);
            assertEquals(1, reports.size(), doubled);
            assertTrue(reports.get(0).complete(), doubled);
            assertEquals(report.fingerprintInputs(), reports.get(0).fingerprintInputs());
            assertEquals(report.backtrace(), reports.get(0).backtrace());
        }
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
