package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** What the ways of a report to us must not change in silence: every sample, broken, pierced, holed and beheaded. */
class EngineLawsTest {

    private static final int[] WIDTHS = {72, 76, 80};
    private static final String MAIL =
            "From: bob@example.org\nSubject: a report\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
                    + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: ";
    private static final String PROSE = "What do you make of this one?";
    private static final String AUDIT =
            "audit: type=1400 audit(1732250000.123:42): avc:  denied  { read } for  pid=1 comm=\"init\"";
    private static final String FRAME = " toy_other_frame+0x12/0x340";
    private static final String DROPPED = "** 3 printk messages dropped **";

    /** So many lines or fewer: a stranger goes between any two of them. */
    private static final int SHORT = 80;

    private static final int SPREAD = 25;

    /** What has no body of its own: nothing is left to know it by when the headline is gone. */
    private static final Set<String> BODILESS =
            Set.of(("lockdep-held-locks lockdep-assert lockdep-limit lockdep-non-static-key lockdep-invalid-subclass "
                            + "lockdep-internal lockdep-unknown")
                    .split(" "));

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theEncodingOfAMailChangesNothing(Sample sample) {
        SampleExemptions.apply("encoding", sample);
        var texts = texts(sample);
        // A mailer wraps, and a line's two halves then stand in one line of the encoding
        for (var text : List.of(String.join("", texts), TextTransforms.wrapped(String.join("", texts)))) {
            var plain = facts(MAIL + "8bit\n\n" + text);
            assertSame(plain, MAIL + "quoted-printable\n\n" + quotedPrintable(text), "quoted-printable");
            assertSame(plain, MAIL + "base64\n\n" + base64(text), "base64");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void linesBrokenAtBlanksChangeNothing(Sample sample) {
        SampleExemptions.apply("broken at blanks", sample);
        for (var text : texts(sample)) {
            var whole = facts(text);
            for (var width : WIDTHS) {
                var broken = lines(text, line -> TextTransforms.wrappedLine(line, width));
                assertSame(whole, broken, width + " columns");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noBrokenLineLiesInSilence(Sample sample) {
        SampleExemptions.apply("broken anywhere", sample);
        var faults = new ArrayList<String>();
        for (var text : texts(sample)) {
            var whole = ReportFacts.reports(text);
            for (var width : WIDTHS) {
                for (var part : List.of(width, width / 2)) {
                    addSilent(
                            faults,
                            whole,
                            lines(text, line -> longer(line, width, TextTransforms.wrappedLine(line, part))),
                            "at blanks, " + part);
                    addSilent(
                            faults,
                            whole,
                            lines(text, line -> longer(line, width, cut(line, part))),
                            "inside words, " + part);
                }
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    private static String longer(String line, int width, String broken) {
        return line.length() > width ? broken : line;
    }

    /** Cut at every so many characters, and nothing lost. */
    private static String cut(String line, int width) {
        return IntStream.iterate(0, from -> from < line.length(), from -> from + width)
                .mapToObj(from -> line.substring(from, Math.min(line.length(), from + width)))
                .collect(Collectors.joining("\n"));
    }

    private static void addSilent(List<String> faults, List<Report> whole, String text, String how) {
        var found = ReportFacts.reports(text);
        if (!ReportFacts.of(found).equals(ReportFacts.of(whole))
                && found.stream().allMatch(EngineLawsTest::isSilent)) {
            faults.add(how + ": " + Difference.of(ReportFacts.of(whole), ReportFacts.of(found)));
        }
    }

    private static boolean isSilent(Report report) {
        return report.complete()
                && report.problems().isEmpty()
                && report.unparsed().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStrangerBetweenTwoLinesIsForeign(Sample sample) {
        SampleExemptions.apply("stranger", sample);
        var faults = new TreeMap<String, String>();
        for (var report : ReportFacts.reports(sample.text())) {
            var text = ReportFacts.canonical(report);
            addStrangers(faults, "prose", text, PROSE);
            addStrangers(faults, "audit", text, AUDIT);
            addStrangers(faults, "timed audit", TextTransforms.prefixed(text, ""), "[ 1234.000000] " + AUDIT);
            addStrangers(
                    faults, "another caller", TextTransforms.prefixed(text, "T321"), "[ 1234.000000][    C7] " + FRAME);
        }
        assertEquals("", told(faults));
    }

    private static void addStrangers(TreeMap<String, String> faults, String name, String text, String stranger) {
        var whole = ReportFacts.reports(text);
        if (whole.size() != 1) {
            faults.put(name + ", the text as it is", whole.size() + " reports");
            return;
        }
        var lines = text.lines().toList();
        for (var at : positions(whole.get(0), lines)) {
            var found = ReportFacts.reports(with(lines, at, stranger));
            var foreign = found.size() == 1 ? found.get(0).foreign() : List.of();
            var below = lines.get(at - 1) + " | " + lines.get(at);
            if (!ReportFacts.of(found).equals(ReportFacts.of(whole))) {
                faults.put(name + ", between " + below, Difference.of(ReportFacts.of(whole), ReportFacts.of(found)));
            } else if (!foreign.equals(List.of(at + 1))) {
                faults.put(name + ", between " + below, "foreign is " + foreign + " and not " + (at + 1));
            }
        }
    }

    /** How many lines stand in front: all places within the report, or a spread of them. */
    private static List<Integer> positions(Report report, List<String> lines) {
        var first = report.where().first();
        var last = report.where().last();
        var all = last - first;
        var step = lines.size() < SHORT ? 1 : Math.max(1, all / SPREAD);
        return IntStream.range(first, last)
                .filter(at -> (at - first) % step == 0)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aReportThatLostLinesSaysSo(Sample sample) {
        SampleExemptions.apply("dropped", sample);
        var faults = new TreeMap<String, String>();
        for (var report : ReportFacts.reports(sample.text())) {
            for (var text : List.of(
                    ReportFacts.canonical(report), TextTransforms.prefixed(ReportFacts.canonical(report), ""))) {
                var whole = ReportFacts.reports(text).get(0);
                var lines = text.lines().toList();
                for (var at : positions(whole, lines)) {
                    if (at <= headline(whole, lines)) {
                        continue;
                    }
                    var found = ReportFacts.reports(with(lines, at, DROPPED));
                    var told = found.stream()
                            .anyMatch(each -> !each.complete() && codes(each).contains(Problem.Code.LINES_LOST));
                    if (!told) {
                        faults.put(
                                "between " + lines.get(at - 1) + " | " + lines.get(at),
                                found.size() + " reports, "
                                        + found.stream()
                                                .map(EngineLawsTest::state)
                                                .toList());
                    }
                }
            }
        }
        assertEquals("", told(faults));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aReportWithoutItsHeadlineSaysSo(Sample sample) {
        SampleExemptions.apply("beheaded", sample);
        for (var report : ReportFacts.reports(sample.text())) {
            assumeTrue(!BODILESS.contains(report.kind()), report.kind() + " has no body of its own to know it by");
            for (var text : List.of(
                    ReportFacts.canonical(report), TextTransforms.prefixed(ReportFacts.canonical(report), ""))) {
                var beheaded = text.lines()
                                .filter(line -> !line.endsWith(report.headline()))
                                .collect(Collectors.joining("\n"))
                        + "\n";
                var found = ReportFacts.reports(beheaded);
                assertEquals(
                        1,
                        found.stream()
                                .filter(each -> !each.complete()
                                        && codes(each).contains(Problem.Code.MISSING_HEAD)
                                        && isKind(each, report))
                                .count(),
                        () -> found.stream().map(EngineLawsTest::state).toList() + " of " + beheaded);
                assertEquals(
                        1,
                        found.size(),
                        () -> found.stream().map(EngineLawsTest::state).toList() + beheaded);
            }
        }
    }

    /** How many lines stand before the headline, which begins the report: a ruler may be anybody's. */
    private static int headline(Report report, List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).endsWith(report.headline()))
                .findFirst()
                .orElse(0);
    }

    private static boolean isKind(Report found, Report whole) {
        return found.kind().equals(whole.kind())
                || found.family().equals(whole.family())
                        && Set.of("lockdep-unknown", "lockdep-recursive-locking", "lockdep-circular-dependency")
                                .contains(found.kind());
    }

    private static List<Problem.Code> codes(Report report) {
        return report.problems().stream().map(Problem::code).toList();
    }

    private static String state(Report report) {
        return report.kind() + (report.complete() ? " complete " : " ") + codes(report) + " "
                + report.where().first() + "-" + report.where().last();
    }

    private static String told(TreeMap<String, String> faults) {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + ": " + fault.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> texts(Sample sample) {
        return ReportFacts.reports(sample.text()).stream()
                .map(ReportFacts::canonical)
                .toList();
    }

    private static void assertSame(List<Report> whole, String text, String how) {
        var difference = Difference.of(whole, facts(text));
        assertEquals("", difference.isEmpty() ? "" : how + ": " + difference);
    }

    private static List<Report> facts(String text) {
        return ReportFacts.of(ReportFacts.reports(text));
    }

    private static String lines(String text, java.util.function.UnaryOperator<String> each) {
        return text.lines().map(each).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String with(List<String> lines, int at, String stranger) {
        var all = new ArrayList<>(lines);
        all.add(at, stranger);
        return String.join("\n", all) + "\n";
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.ISO_8859_1))
                + "\n";
    }

    /** Each line in pieces of 58 characters, with a soft break behind each, but not within an escape. */
    private static String quotedPrintable(String text) {
        return lines(text, line -> {
            var out = new StringBuilder();
            var column = 0;
            for (var character : line.toCharArray()) {
                if (column > 57) {
                    out.append("=\n");
                    column = 0;
                }
                var escaped = character == '=' || character > '~' ? "=%02X".formatted((int) character) : "" + character;
                out.append(escaped);
                column += escaped.length();
            }
            return out.toString().endsWith(" ") ? out.substring(0, out.length() - 1) + "=20" : out.toString();
        });
    }
}
