package org.unsplat.render.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertReadBack(written(out -> JsonDocument.indented(out, "1", true)));
        assertReadBack(written(out -> JsonDocument.compact(out, "1", true)));
        assertReadBack(written(JsonLines::new));
    }

    @Test
    void documentsMayFollowOneAnother() {
        var lines = written(JsonLines::new);
        assertEquals(
                List.of(report, report, report),
                reports(lines + written(out -> JsonDocument.compact(out, "1", true)) + lines));
    }

    @Test
    void bareReportsWillDo() {
        var line = written(JsonLines::new).lines().findFirst().orElseThrow().replace("\"type\":\"report\",", "");
        assertEquals(List.of(report, report), reports(line + "\n" + line));
        assertEquals(List.of(report, report), reports("[" + line + "," + line + "]"));
    }

    @Test
    void membersOfALaterVersionAreSkipped() {
        var json = written(out -> JsonDocument.compact(out, "1", true))
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

    /** What is more than the schema's first version says is no reason to fail; what contradicts it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id': 7 | a string, found VALUE_NUMBER_INT at /id",
                "'title': null | a string, found VALUE_NULL at /title",
                "'complete': 1 | true or false, found VALUE_NUMBER_INT at /complete",
                "'foreign': [1.5] | a whole number, found VALUE_NUMBER_FLOAT at /foreign/0",
                "'foreign': {} | a list, found START_OBJECT at /foreign",
                "'fingerprints': [] | an object, found START_ARRAY at /fingerprints",
                "'race': [] | an object, found START_ARRAY at /race",
                "'backtrace': {} | a list, found START_OBJECT at /backtrace",
                "'where': {'lines': [1, 2]} | a member input",
                "'where': {'input': '-', 'lines': [1]} | two numbers in where.lines",
                "'where': {'input': '-', 'lines': [1, 2], 'time': [1]} | two numbers in where.time",
                "'where': {'input': '-', 'lines': [1, 2], 'time': ['1', 2]} | a number, found VALUE_STRING at /where/time/0",
                "'where': {'input': '-', 'lines': [1, 2], 'wall': ['1']} | two times in where.wall",
                "'problems': [{'code': 'klingon', 'message': 'm'}] | a code of the schema, found \"klingon\" at /problems/0/code",
                "'problems': [{'code': 'too-long'}] | a member message",
                "'family': 'lockdep' | the member lockdep of a report",
                "'race': {'value_changed': {'old': '1', 'new': '0x1', 'flipped': '0x1'}}"
                        + " | hexadecimal with 0x, found VALUE_STRING at /race/value_changed/old",
                "'lockdep': {'task': {'irq': {'hardirq': [1], 'softirq': [1, 2]}}} | two numbers each in hardirq and softirq",
                "'lockdep': {'task': {'irq': {'hardirq': [1, 2], 'softirq': [1]}}} | two numbers each in hardirq and softirq",
                "'lockdep': {'acquiring': {}} | a member class at /lockdep/acquiring",
                "'lockdep': {'new_dependency': [{'class': 'a'}]} | two locks in new_dependency",
                "'lockdep': {'action': 'release'} | a member acquiring",
                "'lockdep': {'action': 'contend'} | a member acquiring",
                "'lockdep': {'action': 'free'} | a member freed",
                "'lockdep': {'dependencies': [{'title': 't', 'locks': [{'lock': {'class': 'a'}}]}]} | a depth from 0 to 100000",
                "'lockdep': {'dependencies': [{'title': 't', 'locks': [{'lock': {'class': 'a'}, 'depth': -1}]}]}"
                        + " | a depth from 0 to 100000",
                "'lockdep': {'dependencies': [{'title': 't', 'locks': [{'lock': {'class': 'a'}, 'depth': 100001}]}]}"
                        + " | a depth from 0 to 100000",
            })
    void aReportHasTheMembersOfTheSchema(String member, String expected) {
        assertMalformed(with(member.replace('\'', '"')), "expected " + expected);
    }

    private static String with(String member) {
        return "{\"id\":\"r1\",\"kind\":\"a\",\"family\":\"kcsan\",\"title\":\"t\",\"headline\":\"h\","
                + "\"where\":{\"input\":\"-\",\"lines\":[1,2]},\"race\":{}," + member + "}";
    }

    /** What is allowed stands right beside what is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'later': [{'x': [1]}], 'complete': true",
                "'lockdep': {'acquiring': {'released': true}, 'action': 'release'}",
                "'lockdep': {'action': 'free', 'freed': {'from': 'a', 'to': 'b'}}",
                "'lockdep': {'action': 'acquire', 'new_dependency': [{'class': ''}, {'class': 'b'}]}",
                "'lockdep': {'dependencies': [{'title': 't', 'locks': [{'lock': {'class': 'a'}, 'depth': 0},"
                        + " {'lock': {'class': 'a'}, 'depth': 100000}]}]}",
                "'where': {'input': '-', 'lines': [1, 2], 'time': [1, 2.5], 'wall': ['1', '2']}",
            })
    void aReportThatHasThemIsRead(String member) {
        assertEquals("t", reports(with(member.replace('\'', '"'))).get(0).title());
    }

    /** Sorted by {@code jq -S}, each line of JSONL begins with another member than its type. */
    @Test
    void linesOfJsonlMayBeSorted() {
        var sorted = "{\"bytes\":1,\"lines\":2,\"name\":\"a\",\"type\":\"input\"}\n"
                + "{\"code\":\"c\",\"level\":\"warning\",\"message\":\"m\",\"type\":\"diagnostic\"}\n";
        var cut = open(sorted);
        assertFalse(cut.hasNext());
        assertEquals("a", cut.inputs().get(0).name());
        assertEquals("m", cut.diagnostics().get(0).message());
        assertEquals(true, cut.isCut(), "the last line is a summary");
        var whole = open(sorted + "{\"by_kind\":{\"a\":1},\"reports\":1,\"type\":\"summary\"}\n" + with("\"x\":1"));
        assertEquals("t", whole.next().title());
        assertFalse(whole.hasNext());
        assertEquals(false, whole.isCut());
    }

    @Test
    void aLineOfAnotherTypeIsOfALaterVersion() {
        var line = "{\"type\":\"later\",\"x\":{\"id\":[7]},\"y\":1}\n";
        assertEquals(1, reports(line + with("\"x\":1") + line).size());
        var cut = open("{\"type\":\"input\",\"name\":\"a\"}");
        assertFalse(cut.hasNext());
        assertEquals(true, cut.isCut());
        cut = open("{\"type\":\"diagnostic\",\"level\":\"error\",\"code\":\"c\",\"message\":\"m\"}");
        assertFalse(cut.hasNext());
        assertEquals(true, cut.isCut());
    }

    @Test
    void whatComesAfterTheReportsIsRead() {
        var json = written(out -> JsonDocument.compact(out, "1", true));
        assertEquals(List.of(report), reports(json.replace("\"reports\":[", "\"inputs\":[],\"reports\":[")));
        assertMalformed(
                "{\"schema_version\":\"1.0\",\"reports\":{}}", "expected a list of reports, found START_OBJECT");
        assertMalformed("{\"schema_version\":1}", "expected schema_version 1.x, found null");
        assertMalformed("{\"type\":\"report\",\"id\"", "the file ends too early");
    }

    @Test
    void theStreamIsClosed() throws IOException {
        var closed = new boolean[1];
        var stream = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        var reader = new JsonReader(stream, "old.json");
        reader.close();
        assertEquals(true, closed[0]);
        var empty = open("");
        assertFalse(empty.hasNext());
        assertThrows(NoSuchElementException.class, empty::next);
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
