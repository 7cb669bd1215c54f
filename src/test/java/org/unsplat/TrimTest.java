package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Report;
import org.unsplat.render.clean.TrimmedText;
import org.unsplat.scan.Kinds;

/** What {@code clean --trim} leaves of every sample is short, and the same bug still. */
class TrimTest {

    private static final Pattern NOISE = Pattern.compile(
            "\\+0x[0-9a-f]+/0x|^[=-]{16,}$|^\\s*\\? |^\\s*\\[ *\\d+\\.\\d+\\]|Modules linked"
                    + "|\\bR[ABCDIS][XIP]: |\\[<[0-9a-f]{8,16}>\\]|^ *(?:#\\d+: )?[0-9a-f]{8,16} \\(|event stamp|hardirqs last"
                    + "|\\b(?:__)?lock_acquire\\b|dump_stack|^ (?:__)?schedule(?:_timeout)?$|__warn|echo 0 >",
            Pattern.MULTILINE);
    /** Its rulers, which are gone, are all that shows a report of a kind that nobody knows. */
    private static final String UNKNOWN = "lockdep-unknown";

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void holdsNoNoise(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var text = trimmed(report);
            assertFalse(NOISE.matcher(text).find(), text);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsBackAsTheSameBug(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var text = trimmed(report);
            var again = ReportFacts.reports(text);
            assertEquals(1, again.size(), text);
            assertEquals(report.title(), again.get(0).title(), text);
            if (!report.kind().equals(UNKNOWN)) {
                assertEquals(report.kind(), again.get(0).kind());
                assertEquals(site(report), site(again.get(0)), text);
                assertEquals(List.of(), again.get(0).unparsed(), text);
                assertEquals(text, trimmed(again.get(0)), "trimmed once more");
            }
        }
    }

    /** What a commit message gets, to the letter. {@code -Dgolden=update} writes the goldens anew. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcsan/data-race/6.12-x86_64-decoded",
                "lockdep/circular-dependency/6.12-x86_64-decoded",
                "lockdep/inconsistent-state/6.12-x86_64-hardirq",
                "lockdep/irq-inversion/6.12-arm64-softirq",
                "lockdep/irq-order/6.12-x86_64-three-locks",
                "lockdep/recursive-locking/6.12-arm64-mutex",
            })
    void isTrimmedSo(String name) throws IOException {
        var report = ReportFacts.reports(new Sample(Sample.DIR.resolve(name + ".log")).text())
                .get(0);
        var golden = Path.of("src/test/resources/trim", name.replace('/', '-') + ".txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(golden, trimmed(report));
        }
        assertEquals(Files.readString(golden), trimmed(report));
    }

    /** Any word could be a function without an offset: but what is said after a stack stands apart, or further left. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "thanks",
                "ack",
                "\nthanks",
                "\nregards\nbob",
                "\n fix_it_please",
                "\nnetdev\nlkml",
                "-- \nbob",
                "...\nwhy",
                "> thanks",
                "\n```\nhello\n```",
                "\nso\n\nthat is it",
                "\nReported-by:\nsyzbot",
                "[snip]",
                "\nsee [1]",
                "and\nso\non"
            })
    void proseIsNoFrame(String prose) {
        for (var name : List.of(
                "kcsan/data-race/6.12-x86_64-marked-write",
                "lockdep/suspicious-rcu/6.1-x86_64-idle",
                "lockdep/bad-contention/6.1-x86_64",
                "lockdep/irq-inversion/6.12-arm64-softirq")) {
            var text = trimmed(ReportFacts.reports(new Sample(Sample.DIR.resolve(name + ".log")).text())
                    .get(0));
            var cut = text.replaceFirst("\n\nReported by (?s:.*)", "\n");
            var alone = ReportFacts.reports(cut).get(0);
            var followed = ReportFacts.reports(cut + prose + "\n");
            assertEquals(ReportFacts.canonical(alone), ReportFacts.canonical(followed.get(0)), prose);
            assertEquals(alone.where(), followed.get(0).where(), prose);
        }
    }

    /** The kernel dumps the stack of such a report twice, and without the second dump it is not whole. */
    private static String site(Report report) {
        return report.kind().equals("lockdep-nested-lock-not-taken")
                ? null
                : report.fingerprints().get("site/1");
    }

    private static String trimmed(Report report) {
        return String.join("\n", new TrimmedText(Kinds.all()).lines(report)) + "\n";
    }
}
