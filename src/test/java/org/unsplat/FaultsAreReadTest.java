package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Report;

/**
 * What was once read wrong, all names and words made up: {@code NAME.txt}, and in {@code NAME.facts} what must come of
 * it, a {@link Fact} a line.
 */
class FaultsAreReadTest {

    private static final Path DIR = Path.of("src/test/resources/faults");

    /** What is not yet read right, and what comes instead. */
    private static final Map<String, String> NOT_YET = Map.of();

    static List<String> names() {
        try (var files = Files.list(DIR)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".txt"))
                    .map(file -> file.replaceFirst("\\.txt$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFactsAreThere(String name) throws IOException {
        assumeTrue(!NOT_YET.containsKey(name), NOT_YET.get(name));
        assertEquals("", wrong(name));
    }

    /** The canonical text of a whole report says what the report says. */
    @ParameterizedTest
    @MethodSource("names")
    void theCanonicalTextSaysTheSame(String name) throws IOException {
        for (var report :
                ReportFacts.reports(Files.readString(DIR.resolve(name + ".txt"), StandardCharsets.ISO_8859_1))) {
            if (report.complete() && report.unparsed().isEmpty()) {
                var again = ReportFacts.reports(ReportFacts.canonical(report));
                assertEquals("", Difference.of(facts(List.of(report)), facts(again)));
            }
        }
    }

    private static List<Object> facts(List<Report> reports) {
        return reports.stream()
                .<Object>map(report -> Arrays.asList(
                        report.title(),
                        report.system(),
                        report.race(),
                        report.lockdep(),
                        report.backtrace(),
                        report.complete()))
                .toList();
    }

    /** A fault that is mended is no longer excused. */
    @Test
    void whatIsExcusedIsStillWrong() throws IOException {
        for (var name : NOT_YET.keySet()) {
            assertFalse(wrong(name).isEmpty(), name + " is read right now: take it off the list");
        }
    }

    private static String wrong(String name) throws IOException {
        var text = Files.readString(DIR.resolve(name + ".txt"), StandardCharsets.ISO_8859_1);
        var reports = ReportFacts.reports(text);
        try (Stream<String> facts = Files.lines(DIR.resolve(name + ".facts"))) {
            return String.join(
                    "\n", facts.flatMap(fact -> Fact.of(fact).wrong(reports)).toList());
        }
    }
}
