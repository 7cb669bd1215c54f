package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonReader;

/**
 * The least that a sample tells, for the mutation profile, which asks it of thousands of mutants: {@link GoldenTest}
 * says more.
 */
class EverySampleTest {

    private static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsItsGoldenSays(Sample sample) throws IOException {
        var read = Reports.in(new ByteArrayInputStream(sample.bytes()), sample.operand())
                .toList();
        assertEquals(golden(sample), read);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAgainHoweverItWasSent(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            var text = ReportFacts.canonical(report);
            assertSame(sample, "canonical", report, text);
            assertSame(sample, "rewrapped", report, TextTransforms.wrapped(text));
            assertSame(sample, "unindented", report, TextTransforms.unindented(text));
        }
    }

    private static void assertSame(Sample sample, String law, Report report, String text) {
        if (SampleExemptions.holds(law, sample)) {
            assertEquals(List.of(ReportFacts.of(report)), ReportFacts.of(ReportFacts.reports(text)), text);
        }
    }

    private static List<Report> golden(Sample sample) throws IOException {
        var reports = new ArrayList<Report>();
        try (var reader = new JsonReader(Files.newInputStream(sample.golden()), sample.operand())) {
            reader.forEachRemaining(reports::add);
        }
        return reports;
    }
}
