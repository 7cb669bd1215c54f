package org.unsplat.render.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.FilledRecords;

class JsonReaderTest {

    private final Report report = new FilledRecords().fill(Report.class);
    private final InputInfo input = new FilledRecords().fill(InputInfo.class);
    private final Diagnostic diagnostic = new FilledRecords().fill(Diagnostic.class);

    /** The writer is written by hand: this is what notices a component that it forgot. */
    @Test
    void everyComponentIsWrittenAndReadBack() {
        assertReadBack(written(out -> JsonDocument.indented(out, "1")));
        assertReadBack(written(out -> JsonDocument.compact(out, "1")));
        assertReadBack(written(JsonLines::new));
    }

    @Test
    void documentsMayFollowOneAnother() {
        var lines = written(JsonLines::new);
        assertEquals(
                List.of(report, report, report),
                reports(lines + written(out -> JsonDocument.compact(out, "1")) + lines));
    }

    @Test
    void bareReportsWillDo() {
        var line = written(JsonLines::new).lines().findFirst().orElseThrow().replace("\"type\":\"report\",", "");
        assertEquals(List.of(report, report), reports(line + "\n" + line));
        assertEquals(List.of(report, report), reports("[" + line + "," + line + "]"));
    }

    @Test
    void membersOfALaterVersionAreSkipped() {
        var json = written(out -> JsonDocument.compact(out, "1"))
                .replace("{\"id\":", "{\"later\":[{}],\"id\":")
                .replace("\"schema_version\":\"1.0\",", "\"schema_version\":\"1.7\",\"later\":{\"x\":[1]},");
        assertEquals(List.of(report), reports(json));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), reports(""));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertMalformed(
                "{\"schema_version\":\"1.0\",\n\"reports\":[{\"id\":7}]}",
                "old.json:2:",
                "expected a string, found VALUE_NUMBER_INT at /reports/0/id",
                "write the file anew");
        assertMalformed(
                "{\"schema_version\":\"1.0\",\"reports\":[{\"id\":\"r1\"",
                "old.json:1:",
                "parse\": the file ends too early; write");
        assertMalformed("[    0.000000] Linux version", "old.json:1:");
        assertMalformed("{\"schema_version\":\"2.0\"}", "expected schema_version 1.x, found 2.0");
        assertMalformed("{\"name\":\"x\"}", "expected schema_version, type or id, found \"name\"");
        assertMalformed("7", "expected an object");
    }

    private static void assertMalformed(String json, String... parts) {
        var message = assertThrows(MalformedJson.class, () -> reports(json)).getMessage();
        for (var part : parts) {
            assertFalse(!message.contains(part), message);
        }
    }

    private String written(Function<ByteArrayOutputStream, ReportSink> form) {
        var out = new ByteArrayOutputStream();
        var sink = form.apply(out);
        sink.report(report);
        sink.input(input);
        sink.diagnostic(diagnostic);
        sink.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertReadBack(String json) {
        var reader = open(json);
        assertEquals(report, reader.next());
        assertFalse(reader.hasNext());
        assertEquals(List.of(input), reader.inputs());
        assertEquals(List.of(diagnostic), reader.diagnostics());
    }

    private static List<Report> reports(String json) {
        var reports = new ArrayList<Report>();
        open(json).forEachRemaining(reports::add);
        return reports;
    }

    private static JsonReader open(String json) {
        return new JsonReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "old.json");
    }
}
