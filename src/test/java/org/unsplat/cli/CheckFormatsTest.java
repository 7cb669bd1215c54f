package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.scan.Kinds;
import org.unsplat.triage.SampleReports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of {@code check}, read back by what others wrote to read them. */
class CheckFormatsTest {

    private static final List<String> FORMS = CheckFormat.ALL.stream()
            .filter(form -> !form.isPrinted())
            .map(CheckFormat::name)
            .toList();
    private static final Schema SARIF = sarif();
    private static final String CIRCULAR = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");
    /** What a log may hold to trick a reader: a process name may be any 15 bytes, a lock's name anything. */
    private static final String HOSTILE = "<script>\u001b[31m\u202e|`%0A::error::x ##[error]y\uffff&\"'";

    @TempDir
    private Path dir;

    private String race;
    private String circular;

    @BeforeEach
    void writeLogs() throws IOException {
        race = Files.writeString(dir.resolve("my race.log"), SampleReports.RACE_DECODED)
                .toString();
        circular = Files.writeString(dir.resolve("circular.log"), CIRCULAR).toString();
    }

    /** Runs a check with every form and returns what each of them says. */
    private Map<String, String> run(int status, String... operands) throws IOException {
        var command = new ArrayList<>(List.of("check", "--github"));
        FORMS.forEach(form ->
                command.addAll(List.of("--" + form, dir.resolve("out." + form).toString())));
        command.addAll(List.of(operands));
        var result = Cli.run(command.toArray(String[]::new));
        assertEquals(status, result.status(), result.err());
        var said = new HashMap<String, String>();
        said.put(
                "github",
                result.out()
                        .lines()
                        .filter(line -> line.startsWith("::"))
                        .reduce("", (all, line) -> all + line + "\n"));
        for (var form : FORMS) {
            said.put(form, Files.readString(dir.resolve("out." + form)));
        }
        assertEquals(
                List.of(),
                SARIF.validate(said.get("sarif"), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList());
        assertGitlab(json(said.get("gitlab")));
        return said;
    }

    private static Schema sarif() {
        try (var stream = CheckFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The reader makes a suite of each class name. */
    private List<ReportTestCase> junit() throws Exception {
        var suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(dir.resolve("out.junit").toString());
        var tests = new ArrayList<ReportTestCase>();
        suites.forEach(suite -> tests.addAll(suite.getTestCases()));
        var head = Files.readString(dir.resolve("out.junit"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "<testsuite name=\"unsplat\" time=\"0\" tests=\"" + tests.size() + "\" errors=\""
                        + tests.stream().filter(ReportTestCase::hasError).count() + "\" skipped=\""
                        + tests.stream().filter(ReportTestCase::hasSkipped).count() + "\" failures=\""
                        + tests.stream().filter(ReportTestCase::hasFailure).count() + "\">",
                head);
        return tests;
    }

    private long failures() throws Exception {
        return junit().stream().filter(ReportTestCase::hasFailure).count();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The members that GitLab documents, and that no two share a fingerprint. */
    private static void assertGitlab(JsonNode issues) {
        var fingerprints = new HashSet<String>();
        for (var issue : issues) {
            assertTrue(fingerprints.add(issue.get("fingerprint").asString()));
            assertFalse(issue.get("description").asString().isEmpty());
            assertFalse(issue.get("check_name").asString().isEmpty());
            assertTrue(Set.of("info", "minor", "major", "critical", "blocker")
                    .contains(issue.get("severity").asString()));
            assertFalse(issue.at("/location/path").asString().startsWith("./"));
            assertTrue(issue.at("/location/lines/begin").asInt() > 0);
        }
    }

    @Test
    void onlyTheNewOneIsNamed() throws Exception {
        var baseline = dir.resolve("known.json").toString();
        Cli.run("check", "--baseline", baseline, "--write-baseline", race);
        for (var said :
                run(Exit.NEW_FOUND, "--baseline", baseline, race, circular).entrySet()) {
            assertTrue(
                    said.getValue().replace("\\", "").contains("possible deadlock in task_a_wants"), said.toString());
            assertFalse(said.getValue().contains("toy_po"), said.toString());
        }
        assertEquals(1, failures());
        Cli.run("check", "--baseline", baseline, "--write-baseline", circular);
        for (var said : run(0, "--baseline", baseline, race, circular).entrySet()) {
            assertFalse(said.getValue().replace("\\", "").contains("possible deadlock"), said.toString());
        }
        assertEquals(
                List.of("lockdep kept watching"),
                junit().stream()
                        .filter(test -> !test.isSuccessful())
                        .map(ReportTestCase::getName)
                        .toList());
        assertTrue(junit().stream().noneMatch(test -> test.hasFailure() || test.hasError()));
    }

    /** Some readers, such as xunit-viewer, show the name of a test alone: one name must not stand for many. */
    @Test
    void noTwoTestsHaveOneName() throws Exception {
        run(Exit.NEW_FOUND, race, circular);
        var names = junit().stream().map(ReportTestCase::getName).toList();
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        assertTrue(names.contains("no new lockdep-recursive-locking"), names.toString());
    }

    /** Inputs of no use, and logs in which lockdep was off, fail nothing, but no form keeps silent about them. */
    @Test
    void everyFormWarns() throws Exception {
        var empty = Files.createFile(dir.resolve("empty.log")).toString();
        var baseline = dir.resolve("known.json").toString();
        Cli.run("check", "--baseline", baseline, "--write-baseline", circular);
        for (var said : run(0, "--baseline", baseline, empty, circular).entrySet()) {
            var text = said.getValue().replace("\\", "");
            assertTrue(text.contains("is empty: check that the run wrote its log there"), said.toString());
            assertTrue(text.contains("lockdep switches itself off after it reports"), said.toString());
        }
        assertEquals(0, failures());
    }

    @Test
    void sarifHasBothSidesAndOurIds() throws IOException {
        var result = json(run(Exit.NEW_FOUND, race).get("sarif")).at("/runs/0/results/0");
        assertEquals(
                "drivers/toy/toy.c",
                result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString()
                        .replace("toy.h", "toy.c"));
        assertEquals(
                "drivers/toy/toy.c",
                result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asString());
        assertEquals(
                61,
                result.at("/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt());
        assertTrue(result.at("/relatedLocations/1/physicalLocation/artifactLocation/uri")
                .asString()
                .endsWith("/my%20race.log"));
        var race = SampleReports.reports(SampleReports.RACE).get(0).fingerprints();
        assertEquals(
                race.get("site/1"),
                result.at("/partialFingerprints").get("unsplat/site/v1").asString());
        assertEquals(
                race.get("stack/1"),
                result.at("/partialFingerprints").get("unsplat/stack/v1").asString());
        assertEquals(2, result.get("partialFingerprints").size());
    }

    @Test
    void withoutSourcesTheLogIsTheArtefact() throws IOException {
        var sarif = json(run(Exit.NEW_FOUND, circular).get("sarif"));
        var place = sarif.at("/runs/0/results/0/locations/0/physicalLocation");
        assertTrue(place.at("/artifactLocation/uri").asString().endsWith("/circular.log"));
        assertEquals(1, place.at("/region/startLine").asInt());
        // GitHub goes by this alone: it is the same wherever in the log the report stands
        var hash = sarif.at("/runs/0/results/0/partialFingerprints").get("primaryLocationLineHash");
        assertTrue(hash.asString().matches("[0-9a-f]{16}:1"), hash.toString());
        Files.writeString(
                Path.of(circular), "[    1.000000] lkt: loaded\n" + CIRCULAR.replace("task_a/41", "task_a/9"));
        var later = json(run(Exit.NEW_FOUND, circular).get("sarif")).at("/runs/0/results/0");
        assertEquals(
                2, later.at("/locations/0/physicalLocation/region/startLine").asInt());
        assertEquals(hash, later.at("/partialFingerprints").get("primaryLocationLineHash"));
    }

    @Test
    void everyRuleSaysWhatToDo() throws IOException {
        var driver = json(run(Exit.NEW_FOUND, race).get("sarif")).at("/runs/0/tool/driver");
        assertTrue(driver.get("informationUri").asString().startsWith("https://"));
        var texts = new HashSet<String>();
        var titles = new HashMap<String, String>();
        for (var rule : driver.get("rules")) {
            var id = rule.get("id").asString();
            assertEquals(id.replace("-", ""), rule.get("name").asString().toLowerCase(Locale.ROOT));
            assertTrue(rule.get("name").asString().matches("[A-Z][A-Za-z]+"));
            titles.put(id, rule.at("/shortDescription/text").asString());
            assertTrue(texts.add(rule.at("/help/text").asString()), id);
            assertTrue(rule.at("/help/markdown").asString().contains("**What to do.**"), id);
            assertTrue(rule.get("helpUri").asString().startsWith("https://docs.kernel.org/"), id);
            assertEquals(id.split("-")[0], rule.at("/properties/tags/1").asString());
        }
        assertEquals(Kinds.slugs().size(), texts.size());
        assertEquals(texts.size(), Set.copyOf(titles.values()).size());
        assertEquals("KCSAN: data race", titles.get("kcsan-data-race"));
        assertEquals("lockdep: circular dependency", titles.get("lockdep-circular-dependency"));
        assertEquals("lockdep: suspicious RCU", titles.get("lockdep-suspicious-rcu"));
    }

    @Test
    void anAnnotationStandsAtTheAccess() throws IOException {
        var github = run(Exit.NEW_FOUND, race).get("github");
        var access = SampleReports.RACE_DECODED
                .lines()
                .filter(line -> line.contains("toy.h:"))
                .findFirst()
                .orElseThrow();
        var place = access.replaceAll(".*?([\\w/]*toy\\.h):(\\d+).*", "file=$1,line=$2");
        assertTrue(github.startsWith("::error " + place + ","), github + place);
    }

    /** Without a blank line and an end tag of its own, the screen is one block of HTML to any reader of Markdown. */
    @Test
    void markdownFoldsTheScreen() throws IOException {
        var markdown = run(Exit.NEW_FOUND, circular).get("markdown");
        assertTrue(markdown.contains("\n### possible deadlock in task\\_a\\_wants\n"), markdown);
        assertTrue(markdown.contains("</summary>\n\n<pre>\nr1  possible deadlock in task_a_wants\n"), markdown);
        assertTrue(markdown.contains("\n</pre>\n\n</details>\n"), markdown);
        assertTrue(markdown.contains("toy_c -&gt; toy_a"), markdown);
    }

    @Test
    void junitNamesAreStable() throws Exception {
        run(Exit.NEW_FOUND, circular);
        assertEquals(1, failures());
        var failed =
                junit().stream().filter(test -> test.hasFailure()).findFirst().orElseThrow();
        assertEquals("unsplat.lockdep-circular-dependency", failed.getFullClassName());
        assertTrue(failed.getName().matches("possible deadlock in task_a_wants \\([0-9a-f]{8}\\)"), failed.getName());
        assertEquals("possible deadlock in task_a_wants", failed.getFailureMessage());
        Files.writeString(
                Path.of(circular), "[    1.000000] lkt: loaded\n" + CIRCULAR.replace("task_a/41", "task_a/9"));
        run(Exit.NEW_FOUND, circular);
        assertTrue(junit().stream().anyMatch(test -> test.getName().equals(failed.getName())));
    }

    @Test
    void aFailedScanLooksCleanInNoForm() throws Exception {
        var quiet = Files.writeString(dir.resolve("quiet.log"), "[    0.100000] usb: new device\n");
        var clean = run(0, quiet.toString());
        var said = run(Exit.FAILED, dir.resolve("missing.log").toString());
        said.forEach((form, text) -> assertNotEquals(clean.get(form), text, form));
        assertTrue(said.get("github").startsWith("::error::unsplat: "), said.get("github"));
        assertFalse(json(said.get("sarif"))
                .at("/runs/0/invocations/0/executionSuccessful")
                .asBoolean());
        assertEquals(1, junit().stream().filter(ReportTestCase::hasError).count());
        assertEquals(
                junit().size() - 2,
                junit().stream().filter(ReportTestCase::hasSkipped).count());
        assertEquals("blocker", json(said.get("gitlab")).at("/0/severity").asString());
        assertTrue(said.get("markdown").contains("**The scan failed, so this proves nothing:**"));
        assertTrue(said.get("jsonl").startsWith("{\"type\":\"failure\",\"message\":"));
    }

    /** Earlier steps may have written there. */
    @Test
    void gitHubsSummaryIsAddedTo() throws IOException {
        var summary = Files.writeString(dir.resolve("summary.md"), "# Before\n");
        assertEquals("", checkInGitHub(summary));
        assertTrue(Files.readString(summary).startsWith("# Before\n#"), Files.readString(summary));
        var other = Files.writeString(dir.resolve("other.md"), "# Before\n");
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run("check", "--markdown", other.toString(), race).status());
        assertFalse(Files.readString(other).contains("Before"));
    }

    @Test
    void aSummaryThatCannotBeReadIsLeftAlone() throws IOException {
        var unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(unreadable));
        var err = checkInGitHub(unreadable);
        assertTrue(err.startsWith("unsplat: /proc/self/mem: cannot be read, so nothing was added: "), err);
    }

    private String checkInGitHub(Path summary) {
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(false, false, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
        new Program(new Streams(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        new PrintStream(err),
                        false,
                        terminal))
                .run("check", "--markdown", summary.toString(), race);
        return err.toString();
    }

    @Test
    void aStaleEntryMayLackATitleAndBeCalledAnything() throws IOException {
        var baseline = Files.writeString(dir.resolve("known.json"), """
                {"baseline_version": "1.0", "entries": [{"name": "site/1", "id": "0123456789abcdef"},
                 {"name": "site/1", "id": "fedcba9876543210", "title": "##[error]x\\u001b"}]}
                """).toString();
        var log = Files.writeString(dir.resolve("quiet.log"), "[    0.100000] usb: new device\n");
        var github =
                run(0, "--warn-stale", "--baseline", baseline, log.toString()).get("github");
        assertEquals(
                List.of(
                        "::warning title=stale baseline entry::not seen: site/1 0123456789abcdef",
                        "::warning title=stale baseline entry::not seen: site/1 fedcba9876543210 # #[error]x\\x1b"),
                github.lines().toList());
    }

    /** As the output of parse may have it, of another version or of nobody's. */
    @Test
    void aKindMayBeCalledAnything() throws Exception {
        var parsed = Cli.run("parse", "--compact", race)
                .out()
                .replace("\"kind\":\"kcsan-data-race\"", "\"kind\":\"kcsan-\\u0001##[error]x\"");
        var said = run(
                Exit.NEW_FOUND,
                Files.writeString(dir.resolve("parsed.json"), parsed).toString());
        assertEquals(1, failures());
        assertFalse(said.get("github").contains("##[") || said.get("github").contains("\u0001"), said.get("github"));
    }

    @Test
    void atMostTenAnnotationsOfALevel() throws IOException {
        var log = new StringBuilder(SampleReports.RACE);
        for (int i = 0; i < 24; i++) {
            log.append("\n").append(SampleReports.circular("task_a/41", "toy_a", "toy_" + "x".repeat(i + 1)));
        }
        var lines = run(
                        Exit.NEW_FOUND,
                        Files.writeString(dir.resolve("many.log"), log).toString())
                .get("github")
                .lines()
                .filter(line -> line.startsWith("::error"))
                .toList();
        assertEquals(10, lines.size());
        assertEquals("::error::and 16 more", lines.get(9));
        assertTrue(lines.get(0).contains("title=possible deadlock in "), lines.get(0));
    }

    @Test
    void hostileTextIsTextInEveryForm() throws Exception {
        var log = CIRCULAR.replace("task_a/41", HOSTILE.replace("##[", "#[") + "/41")
                .replace("toy_b", HOSTILE);
        var name = "in %0A,::<b>\u202e##[error]|.log";
        var said = run(Exit.NEW_FOUND, Files.writeString(dir.resolve(name), log).toString());
        said.forEach((form, text) -> {
            assertFalse(
                    Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n\\r]]")
                                    .matcher(text)
                                    .find()
                            && !form.equals("jsonl"),
                    form);
            assertFalse(text.contains("\u001b"), form);
        });
        assertEquals(2, said.get("github").lines().count());
        assertFalse(said.get("github")
                .replaceAll("^::error .*?::", "")
                .lines()
                .findFirst()
                .orElseThrow()
                .contains("%0A,:"));
        assertFalse(said.get("markdown").contains("<script>")
                || said.get("markdown").contains("<b>"));
        var table = Cli.run("check", dir.resolve(name).toString()).out();
        assertFalse(table.contains("##[") || table.contains("\u202e"), table);
        assertEquals(1, failures());
    }
}
