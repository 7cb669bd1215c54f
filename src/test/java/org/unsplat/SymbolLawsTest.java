package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.symbols.MadeUpSymbols;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.Title;

/** What symbols add to a report changes nothing else of it, and is kernel text that reads back. */
class SymbolLawsTest {

    private static final Path CORPUS = Path.of("../shared/corpus/qemu");
    private static final String DECODED = ".decoded.log";

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void idsAndTitlesAreOfSymbolsNeitherMadeNorChanged(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var placed = MadeUpSymbols.apply(report);
            assertEquals(identity(report), identity(placed), "as handed on");
            var title = Title.of(placed);
            assertEquals(report.title(), title);
            assertEquals(report.fingerprints(), Fingerprints.of(placed, title).ids());
        }
    }

    /** As does a frame that no symbols were looked up for: what {@code clean} writes is what another run reads. */
    @ParameterizedTest
    @MethodSource("samples")
    void symbolisedTextReadsBack(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var placed = MadeUpSymbols.apply(report);
            var text = ReportFacts.canonical(placed);
            var plain = ReportFacts.reports(ReportFacts.canonical(report));
            if (SampleExemptions.holds("canonical", sample) && plain.size() == 1) {
                var read = ReportFacts.reports(text);
                assertEquals(List.of(ReportFacts.of(placed)), ReportFacts.of(read), text);
                assertEquals(
                        List.of(identity(plain.get(0))),
                        read.stream().map(SymbolLawsTest::identity).toList(),
                        text);
            }
        }
    }

    /** Every frame with an offset is offered to the symbols, but for the key of a class, which is data. */
    @ParameterizedTest
    @MethodSource("samples")
    void noFrameIsPassedOver(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var open = new AtomicInteger();
            RecordMapper.of(MadeUpSymbols.apply(report), (owner, name, value, rest) -> {
                if (value instanceof StackFrame frame && !name.equals("key")) {
                    boolean bare = frame.function() != null && frame.offset() != null && frame.file() == null;
                    boolean start = bare && frame.offset().equals("0x0");
                    open.addAndGet(bare && !start && fits(frame) ? 1 : 0);
                }
                return rest.below(value);
            });
            assertEquals(0, open.get());
        }
    }

    private static boolean fits(StackFrame frame) {
        return frame.size() == null || Long.decode(frame.offset()).compareTo(Long.decode(frame.size())) <= 0;
    }

    private static String identity(Report report) {
        return report.title() + " " + report.fingerprints();
    }

    /** The logs of one boot, as printed and as decode_stacktrace.sh decoded them. */
    @Test
    void decodedLogsHaveTheIdsOfTheRawOnes() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "../shared/corpus is not here");
        int pairs = 0;
        for (var decoded : decodedLogs()) {
            var raw = Path.of(decoded.toString().replace(DECODED, ".log"));
            var others = reports(decoded).stream().map(SymbolLawsTest::identity).toList();
            var ones = new ArrayList<>(
                    reports(raw).stream().map(SymbolLawsTest::identity).toList());
            // Most were decoded from the beginning of the test on; what the boot itself reports stands before that
            ones.subList(0, Math.max(0, ones.size() - others.size())).clear();
            assertEquals(ones, others, decoded.toString());
            pairs++;
        }
        assertTrue(pairs > 20, pairs + " pairs");
    }

    private static List<Path> decodedLogs() throws IOException {
        try (var paths = Files.walk(CORPUS)) {
            return paths.filter(path -> path.toString().endsWith(DECODED)
                            && Files.isRegularFile(Path.of(path.toString().replace(DECODED, ".log"))))
                    .sorted()
                    .toList();
        }
    }

    private static List<Report> reports(Path log) throws IOException {
        return ReportFacts.reports(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1));
    }
}
