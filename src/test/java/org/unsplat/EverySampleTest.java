package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Report;
import org.unsplat.render.JsonReader;

/** All samples in one go, for the mutation profile, which asks it of each of thousands of mutants: {@link GoldenTest} says more of each. */
class EverySampleTest {

    @Test
    void isReadAsItsGoldenSays() throws IOException {
        for (var sample : Sample.all()) {
            var read = Reports.in(new ByteArrayInputStream(sample.bytes()), sample.operand()).toList();
            assertEquals(golden(sample), read, sample.operand());
        }
    }

    @Test
    void isReadAgainHoweverItWasSent() {
        for (var sample : Sample.all()) {
            for (var report : Facts.reports(sample.text())) {
                var text = Facts.canonical(report);
                assertSame(sample, "canonical", report, text);
                assertSame(sample, "rewrapped", report, Rewritten.wrapped(text));
                assertSame(sample, "unindented", report, Rewritten.unindented(text));
            }
        }
    }

    private static void assertSame(Sample sample, String law, Report report, String text) {
        if (Laws.holds(law, sample)) {
            assertEquals(List.of(Facts.of(report)), Facts.of(Facts.reports(text)), text);
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
