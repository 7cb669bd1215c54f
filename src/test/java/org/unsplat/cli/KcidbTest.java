package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.triage.SampleReports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What KernelCI gets, held to its own schema. */
class KcidbTest {

    private static final Schema SCHEMA = schema();
    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";

    private static final String SHA1_OF_CYCLE = "b07fe6b65e6bc6f9b711f96b535da0fdde3499eb";

    @TempDir
    private Path dir;

    private static Schema schema() {
        try (var stream = KcidbTest.class.getResourceAsStream("/kcidb/schema-5.3.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> faults(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonNode kcidb(String... inputs) throws IOException {
        var file = dir.resolve("kcidb.json");
        var args = new ArrayList<>(
                List.of("check", "--kcidb", file.toString(), "--origin", "lkt_ci", "--test-id", "lkt_ci:7"));
        args.addAll(List.of(inputs));
        var result = Cli.run(args.toArray(String[]::new));
        assertTrue(result.status() <= Exit.NEW_FOUND, result.err());
        var json = Files.readString(file);
        assertEquals(List.of(), faults(json));
        assertFalse(json.contains("\\u0000"), json);
        return JsonMapper.shared().readTree(json);
    }

    /** The hash is {@code printf '%s' 'cycle/1 695f2d94e1d7c50a' | sha1sum}, of the id that the README shows. */
    @Test
    void anIssueIsTheBug() throws IOException {
        var json = kcidb(CYCLE);
        var issue = json.at("/issues/0");
        assertEquals("lkt_ci:" + SHA1_OF_CYCLE, issue.get("id").asString());
        assertEquals(1, issue.get("version").asInt());
        assertEquals("lkt_ci", issue.get("origin").asString());
        assertEquals(
                "possible deadlock in lkt_m_ba [unsplat:lockdep-circular-dependency]",
                issue.get("comment").asString());
        assertEquals(
                "{\"code\":true,\"tool\":false,\"harness\":false}",
                issue.get("culprit").toString());
        assertEquals("[\"linux.kernel.lockdep\"]", issue.get("categories").toString());
        var logspec = issue.at("/misc/logspec");
        assertEquals(Version.number(), logspec.get("version").asString());
        assertEquals("unsplat", logspec.get("parser").asString());
        var error = logspec.get("error");
        assertEquals(
                "linux.kernel.lockdep.circular-dependency",
                error.get("error_type").asString());
        assertEquals("possible deadlock in lkt_m_ba", error.get("error_summary").asString());
        assertEquals(Cli.run("clean", CYCLE).out(), error.get("log_excerpt").asString());
        assertEquals(
                "cycle/1 695f2d94e1d7c50a",
                error.at("/signature_fields/fingerprint").asString());
        assertTrue(error.at("/signature_fields/inputs").toString().contains("lkt_ma"), error.toString());
    }

    @Test
    void anIncidentIsTheBugInTheTest() throws IOException {
        var incident = kcidb(CYCLE, CYCLE).at("/incidents/0");
        assertEquals("lkt_ci:" + SHA1_OF_CYCLE, incident.get("issue_id").asString());
        assertEquals(1, incident.get("issue_version").asInt());
        assertEquals("lkt_ci:7", incident.get("test_id").asString());
        assertTrue(incident.get("present").asBoolean());
        assertEquals(CYCLE + "#L11-L141 and 1 more", incident.get("comment").asString());
        assertEquals(2, incident.at("/misc/unsplat/count").asInt());
        assertEquals(CYCLE + "#L11-L141", incident.at("/misc/unsplat/places/1").asString());
    }

    /** Another test has another incident of the same issue; the same test, submitted again, the same one. */
    @Test
    void idsAreThoseOfWhatTheyName() throws IOException {
        var first = kcidb(CYCLE);
        assertEquals(first, kcidb(CYCLE));
        var file = dir.resolve("build.json");
        Cli.run("check", "--kcidb", file.toString(), "--origin", "lkt_ci", "--build-id", "lkt_ci:7b", CYCLE);
        var other = JsonMapper.shared().readTree(Files.readString(file));
        assertEquals(first.get("issues"), other.get("issues"));
        assertNotEquals(first.at("/incidents/0/id"), other.at("/incidents/0/id"));
        assertEquals("lkt_ci:7b", other.at("/incidents/0/build_id").asString());
    }

    @Test
    void aKnownBugIsAnIncidentAllTheSame() throws IOException {
        var baseline = dir.resolve("known.json").toString();
        Cli.run("check", "--baseline", baseline, "--write-baseline", CYCLE);
        var json = kcidb("--baseline", baseline, CYCLE);
        assertEquals(1, json.get("issues").size());
        assertEquals(1, json.get("incidents").size());
    }

    @Test
    void everySampleIsOfTheSchema() throws IOException {
        var json = kcidb("samples");
        assertTrue(json.get("issues").size() > 50);
        assertEquals(json.get("issues").size(), json.get("incidents").size());
        for (var issue : json.get("issues")) {
            var error = issue.at("/misc/logspec/error");
            var isLimit = error.get("error_type").asString().equals("linux.kernel.lockdep.limit");
            assertEquals(isLimit, issue.at("/culprit/tool").asBoolean(), issue.toString());
            assertEquals(!isLimit, issue.at("/culprit/code").asBoolean(), issue.toString());
            var excerpt = error.get("log_excerpt").asString();
            assertFalse(excerpt.isBlank(), issue.toString());
            assertTrue(excerpt.getBytes(StandardCharsets.UTF_8).length <= 16384, issue.toString());
        }
        assertTrue(json.toString().contains("linux.kernel.kcsan.data-race"));
        assertTrue(json.toString().contains("linux.kernel.lockdep.limit"));
    }

    @Test
    void aBugWithoutAFingerprintHasNoIssue() throws IOException {
        var log = "samples/lockdep/held-locks/made-up-7.2-sysrq.log";
        assertTrue(Cli.run("parse", "--compact", log).out().contains("\"fingerprints\":{}"));
        var json = kcidb(log);
        assertEquals(0, json.get("issues").size());
        assertEquals(0, json.get("incidents").size());
    }

    /** Bytes are counted, not characters, and none is cut in two. */
    @Test
    void anExcerptIsCutBehindALine() throws IOException {
        var parsed = Cli.run("parse", CYCLE).out();
        var excerpt = excerpt(parsed.replace("c_abba_mutex", "\u00e9".repeat(1900)));
        var length = excerpt.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(length <= 16384 && length > 16384 - 4000, "is " + length);
        assertTrue(excerpt.endsWith("\n"), excerpt);
        assertFalse(excerpt.contains("\ufffd"));
    }

    /** A log cannot bring a NUL along, but JSON can. */
    @Test
    void aDatabaseGetsNoNul() throws IOException {
        var parsed = Cli.run("parse", CYCLE).out();
        var excerpt = excerpt(parsed.replace("lkt_m_ba", "lkt\\u0000_m_ba"));
        assertTrue(excerpt.contains("lkt_m_ba"), excerpt);
    }

    private String excerpt(String parsed) throws IOException {
        var file = Files.writeString(dir.resolve("parsed.json"), parsed);
        return kcidb(file.toString())
                .at("/issues/0/misc/logspec/error/log_excerpt")
                .asString();
    }

    @Test
    void itWantsItsNames() throws IOException {
        var race = Files.writeString(dir.resolve("race.log"), SampleReports.RACE);
        var file = dir.resolve("kcidb.json");
        for (var more : new String[][] {
            {},
            {"--origin", "lkt"},
            {"--test-id", "lkt:1"},
            {"--origin", "lkt", "--test-id", "lkt:1", "--build-id", "lkt:2"},
            {"--origin", "LKT", "--test-id", "lkt:1"},
            {"--origin", "lkt", "--build-id", "1"}
        }) {
            var args = new ArrayList<>(List.of("check", "--kcidb", file.toString(), race.toString()));
            args.addAll(List.of(more));
            assertEquals(Exit.FAILED, Cli.run(args.toArray(String[]::new)).status(), args.toString());
        }
        assertFalse(Files.exists(file));
    }

    /** What KernelCI would send back: the schema is one that refuses. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\[unsplat:kcsan-data-race]"   | \\u0000"
                    "present": true                | "present": null
                    "version": \\{[^}]*},          | ''
                    "origin": "lkt_ci"             | "origin": "LKT_CI"
                    "linux.kernel.kcsan"           | "a..b"
                    """)
    void whatKernelCiRefusesIsRefused(String good, String bad) throws IOException {
        kcidb(Files.writeString(dir.resolve("race.log"), SampleReports.RACE).toString());
        var json = Files.readString(dir.resolve("kcidb.json"));
        var broken = json.replaceFirst(good, Matcher.quoteReplacement(bad));
        assertNotEquals(json, broken);
        assertFalse(faults(broken).isEmpty(), broken);
    }
}
