package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.cli.Cli;
import org.unsplat.model.Report;
import org.unsplat.render.JsonReader;

/** Every sample, under every law. {@code -Dgolden=update} writes the goldens anew: then read them, like code. */
class GoldenTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    /** Parts that come after all that a kind always prints, so that a report may be complete without them. */
    private static final Set<String> LATE = Set.of("heading", "modules", "registers");

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void everyFileHasItsPartner() {
        for (var path : Sample.files()) {
            var name = path.toString();
            var partner = name.endsWith(".log") ? name.replaceFirst("log$", "json") : name.replaceFirst("json$", "log");
            assertTrue(!partner.equals(name) && (UPDATE || Files.exists(path.resolveSibling(
                    partner.substring(partner.lastIndexOf('/') + 1)))), path + ": has no partner " + partner);
        }
        assertEquals(List.of(), Laws.unused(), "an excuse without its sample");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("samples")
    void equalsItsGolden(Sample sample) throws IOException {
        var result = Cli.run("parse", sample.operand());
        assertEquals("", result.err());
        assertEquals(0, result.status());
        if (UPDATE) {
            Files.writeString(sample.golden(), result.out());
        }
        assertEquals(Files.readString(sample.golden()), result.out());
        assertEquals(List.of(), ParseSchema.faults(result.out()), sample + ": does not fit the schema");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("samples")
    void crlfChangesNothing(Sample sample) {
        Laws.apply("crlf", sample);
        var text = sample.text();
        assertEquals(reportLines(text), reportLines(text.replace("\r\n", "\n").replace("\n", "\r\n")));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("samples")
    void cutAfterEveryLineItIsStillHonest(Sample sample) {
        Laws.apply("cut", sample);
        var text = sample.text();
        var whole = reports(text);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            var cut = reports(text.substring(0, end + 1));
            for (int i = 0; i < cut.size() && i < whole.size(); i++) {
                if (cut.get(i).complete()) {
                    var missing = parts(whole.get(i));
                    missing.removeAll(parts(cut.get(i)));
                    assertEquals(Set.of(), missing, "complete without these, cut after: "
                            + text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
                }
            }
        }
    }

    /** The lines of JSONL that hold the reports: the rest tells of bytes, which a law may change. */
    private static List<String> reportLines(String log) {
        var result = Cli.run(log.getBytes(StandardCharsets.ISO_8859_1), "parse", "--format", "jsonl");
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result.out().lines().filter(line -> line.startsWith("{\"type\":\"report\"")).toList();
    }

    private static List<Report> reports(String log) {
        var reports = new ArrayList<Report>();
        var json = String.join("\n", reportLines(log)).getBytes(StandardCharsets.UTF_8);
        new JsonReader(new ByteArrayInputStream(json), "reports").forEachRemaining(reports::add);
        return reports;
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
