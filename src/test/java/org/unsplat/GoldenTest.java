package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.cli.Cli;
import org.unsplat.model.Report;

/** Every sample, under every law. {@code -Dgolden=update} writes the goldens anew: then read them, like code. */
class GoldenTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    /**
     * Parts that come after all that a kind always prints, or are drawn from them, so that a report may be complete
     * without them: the trace tells whether a task exits or freezes.
     */
    private static final Set<String> LATE =
            Set.of("heading modules registers irqTrace origin explanation order action contended".split(" "));

    private static final String RACE = "samples/kcsan/data-race/syzbot-6.11-flush-work.log";
    private static final String DEADLOCK = "samples/lockdep/circular-dependency/6.12-x86_64-abba-mutex-crlf.log";

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void everyFileHasItsPartner() {
        for (var path : Sample.files()) {
            var name = path.getFileName().toString();
            var partner = name.endsWith(".log") ? name.replaceFirst("log$", "json") : name.replaceFirst("json$", "log");
            assertTrue(
                    !partner.equals(name) && (UPDATE || Files.exists(path.resolveSibling(partner))),
                    path + ": has no partner " + partner);
        }
        assertEquals(List.of(), SampleExemptions.unused(), "an excuse without its sample");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void equalsItsGolden(Sample sample) throws IOException {
        assertGolden(sample);
    }

    /** What parse prints of the sample is what its golden says. */
    static void assertGolden(Sample sample) throws IOException {
        var result = Cli.run("parse", sample.operand());
        assertEquals("", result.err());
        assertEquals(0, result.status());
        if (UPDATE) {
            Files.writeString(sample.golden(), result.out());
        }
        assertEquals(Files.readString(sample.golden()), result.out());
        assertEquals(List.of(), ParseSchema.faults(result.out()), sample + ": does not fit the schema");
        assertFalse(ReportFacts.reports(sample.text()).isEmpty(), sample + ": holds no report");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void canonicalTextParsesToTheSameReport(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            assertSame(sample, "canonical", report, ReportFacts.canonical(report));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void canonicalTextIsAFixedPoint(Sample sample) {
        SampleExemptions.apply("fixed point", sample);
        for (var report : ReportFacts.reports(sample.text())) {
            var text = ReportFacts.canonical(report);
            assertEquals(text, ReportFacts.canonical(ReportFacts.reports(text).get(0)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatTheKernelPrintedIsTheCanonicalText(Sample sample) {
        SampleExemptions.apply("printed", sample);
        var reports = ReportFacts.reports(sample.text());
        var where = reports.get(0).where();
        assumeTrue(reports.size() == 1 && where.time() == null && where.caller() == null, "has more than the report");
        RoundTrip.exact(sample.text());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void crlfChangesNothing(Sample sample) {
        SampleExemptions.apply("crlf", sample);
        var text = sample.text().replace("\r\n", "\n");
        assertEquals(ReportFacts.reports(text), ReportFacts.reports(text.replace("\n", "\r\n")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void quotedAsMailChangesNothing(Sample sample) {
        SampleExemptions.apply("quoted", sample);
        var text = sample.text().replace("\r\n", "\n");
        assertEquals(ReportFacts.reports(text), ReportFacts.reports(TextTransforms.quoted(text, "> ")));
        assertEquals(ReportFacts.reports(text), ReportFacts.reports(TextTransforms.quoted(text, "| ")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void consolePrefixesChangeNothingButTimeAndCaller(Sample sample) {
        SampleExemptions.apply("prefixed", sample);
        for (var report : ReportFacts.reports(sample.text())) {
            var text = ReportFacts.canonical(report);
            var bare = ReportFacts.untimed(ReportFacts.reports(text));
            assertEquals(bare, ReportFacts.untimed(ReportFacts.reports(TextTransforms.prefixed(text, ""))));
            var tagged = ReportFacts.reports(TextTransforms.prefixed(text, "T321"));
            assertEquals(bare, ReportFacts.untimed(tagged));
            assertEquals("T321", tagged.get(0).where().caller());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rewrappedAsAMailerDoesChangesNothing(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            assertSame(sample, "rewrapped", report, TextTransforms.wrapped(ReportFacts.canonical(report)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void indentationGoneChangesNothing(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            assertSame(sample, "unindented", report, TextTransforms.unindented(ReportFacts.canonical(report)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void buriedInNoiseItStandsWhereItStands(Sample sample) {
        SampleExemptions.apply("buried", sample);
        for (var report : ReportFacts.reports(sample.text())) {
            var text = ReportFacts.canonical(report);
            var bare = ReportFacts.reports(text);
            var found = ReportFacts.reports(TextTransforms.buried(text, 23));
            assertEquals(ReportFacts.of(bare), ReportFacts.of(found));
            assertEquals(bare.get(0).where().first() + 23, found.get(0).where().first());
            assertEquals(bare.get(0).where().last() + 23, found.get(0).where().last());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void interleavedWithAnotherBothComeOut(Sample sample) throws IOException {
        SampleExemptions.apply("interleaved", sample);
        var other = ReportFacts.reports(
                        new Sample(java.nio.file.Path.of(sample.operand().contains("/kcsan/") ? DEADLOCK : RACE))
                                .text())
                .get(0);
        for (var report : ReportFacts.reports(sample.text())) {
            var found = ReportFacts.reports(
                    TextTransforms.interleaved(ReportFacts.canonical(report), ReportFacts.canonical(other)));
            assertEquals(List.of(ReportFacts.of(report), ReportFacts.of(other)), ReportFacts.of(found));
            assertEquals(
                    List.of("T321", "C1"),
                    found.stream().map(each -> each.where().caller()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cutAfterEveryLineItIsStillHonest(Sample sample) {
        SampleExemptions.apply("cut", sample);
        var text = sample.text();
        var whole = ReportFacts.reports(text);
        var head = whole.get(0).where().first();
        for (int end = text.indexOf('\n'), line = 1; end >= 0; end = text.indexOf('\n', end + 1), line++) {
            if (line < head) {
                continue;
            }
            var cut = ReportFacts.reports(text.substring(0, end + 1));
            for (int i = 0; i < cut.size() && i < whole.size(); i++) {
                var missing = parts(whole.get(i));
                missing.removeAll(parts(cut.get(i)));
                if (cut.get(i).complete()) {
                    assertEquals(
                            Set.of(),
                            missing,
                            "complete without these, cut after: "
                                    + text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
                } else {
                    assertFalse(ReportFacts.problems(cut.get(i)).isBlank(), "incomplete, and no problem says why");
                }
            }
        }
    }

    private static void assertSame(Sample sample, String law, Report report, String text) {
        SampleExemptions.apply(law, sample);
        assertEquals(List.of(ReportFacts.of(report)), ReportFacts.of(ReportFacts.reports(text)), () -> text);
    }

    /** The names of the parts that are there. */
    private static Set<String> parts(Report report) {
        var parts = new TreeSet<String>();
        addParts(report, parts);
        addParts(report.race() == null ? report.lockdep() : report.race(), parts);
        parts.removeAll(LATE);
        return parts;
    }

    private static void addParts(Record owner, Set<String> parts) {
        for (var component : owner.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(owner);
                if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
                    parts.add(component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        parts.removeAll(Set.of("problems", "unparsed", "foreign"));
    }
}
