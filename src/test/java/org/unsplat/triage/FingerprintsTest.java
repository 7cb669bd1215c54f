package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.ParseSchema;
import org.unsplat.model.Report;
import tools.jackson.databind.json.JsonMapper;

class FingerprintsTest {

    private static final String CIRCULAR = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");

    @Test
    void aRaceIsItsSidesInNoOrder() {
        var race = only(SampleReports.RACE);
        assertEquals(
                List.of("kcsan-data-race", "plain read in toy_poll", "plain write in toy_push"),
                race.fingerprintInputs().get("site/1"));
        assertEquals(
                List.of("kcsan-data-race", "toy_poll < toy_read", "toy_push < toy_write < vfs_write < sys_write"),
                race.fingerprintInputs().get("stack/1"));
        assertEquals(race.fingerprints(), only(SampleReports.RACE_DECODED).fingerprints());
    }

    @Test
    void aRaceOfUnknownOriginIsAnother() {
        var unknown = only(SampleReports.UNKNOWN_ORIGIN);
        assertEquals(
                List.of("kcsan-data-race", "plain read in toy_poll", "unknown origin"),
                unknown.fingerprintInputs().get("site/1"));
        assertNotEquals(
                only(SampleReports.RACE).fingerprints().get("site/1"),
                unknown.fingerprints().get("site/1"));
    }

    @Test
    void aCycleIsTheSameWhereverItIsEntered() {
        var entered = List.of(
                        CIRCULAR,
                        SampleReports.circular("task_b/9", "toy_c#3", "toy_a/1", "toy_b"),
                        SampleReports.circular("task_c/9", "toy_b#2/1", "toy_c", "toy_a"))
                .stream()
                .map(FingerprintsTest::only)
                .toList();
        assertEquals(3, entered.stream().map(Report::title).distinct().count());
        assertEquals(
                3,
                entered.stream()
                        .map(report -> report.fingerprints().get("site/1"))
                        .distinct()
                        .count());
        assertEquals(1, entered.stream().map(Identity::of).distinct().count());
        assertEquals(
                List.of("lockdep-circular-dependency", "toy_a", "toy_c", "toy_b"),
                entered.get(0).fingerprintInputs().get("cycle/1"));
    }

    /** Rust names a lock after the line that makes it. */
    @Test
    void theLineOfALockDoesNotCount() {
        var one = only(SampleReports.circular("task_a/41", "toy_a", "drivers/toy/ring.rs:58", "./include/toy.h:7"));
        var other = only(SampleReports.circular("task_a/41", "toy_a", "drivers/toy/ring.rs:61", "include/toy.h:9"));
        assertEquals(
                List.of("lockdep-circular-dependency", "drivers/toy/ring.rs", "toy_a", "include/toy.h"),
                one.fingerprintInputs().get("cycle/1"));
        assertEquals(one.fingerprints(), other.fingerprints());
    }

    @Test
    void oneTitleMayBeTwoCycles() {
        var other = only(SampleReports.circular("task_a/41", "toy_a", "toy_d", "toy_c"));
        assertEquals(only(CIRCULAR).title(), other.title());
        assertNotEquals(Identity.of(only(CIRCULAR)), Identity.of(other));
    }

    @Test
    void aCutChainGetsNone() {
        for (int index = 0; index < 3; index++) {
            var cut = only(CIRCULAR.replaceFirst("-> #" + index + " [\\s\\S]*?\n\n", ""));
            assertEquals(Set.of(), names(cut, "cycle/1"), "without #" + index);
        }
        for (int end = CIRCULAR.indexOf("-> #0"); end > 0; end = CIRCULAR.lastIndexOf('\n', end - 1)) {
            SampleReports.reports(CIRCULAR.substring(0, end))
                    .forEach(cut -> assertEquals(Set.of(), names(cut, "cycle/1")));
        }
    }

    private static Set<String> names(Report report, String name) {
        return report.fingerprints().containsKey(name) ? Set.of(name) : Set.of();
    }

    @Test
    void halfARaceGetsWhatIsLeft() {
        var race = SampleReports.RACE;
        var half = only(race.substring(0, race.indexOf("read to")));
        assertEquals(
                Map.of("cut/1", List.of("kcsan-data-race", "in toy_poll", "in toy_push", "plain write in toy_push")),
                half.fingerprintInputs());
        assertEquals("cut/1", Identity.of(half).name());
        assertEquals(
                Set.of("cut/1"),
                only(race.replaceAll("(?m)^.* toy_(?:poll|read)\\+.*\n|^.* kthread\\+.*\n", ""))
                        .fingerprints()
                        .keySet());
    }

    /** Nothing but the kind is no id: it would be that of every such report. */
    @Test
    void aHeadlineAloneGetsNone() {
        var key = "[   12.345678] INFO: trying to register non-static key.\n"
                + "[   12.345679] the code is fine but needs lockdep annotation.\n";
        assertEquals(Map.of(), only(key).fingerprints());
        assertEquals(null, Identity.of(only(key)));
    }

    @Test
    void aWholeReportNeedsNoOtherId() {
        assertEquals(
                Set.of("site/1", "stack/1"),
                only(SampleReports.RACE).fingerprints().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "comm, task_a, zz:top",
        "pid, 41, 99907",
        "cpu, 'CPU: 1', 'CPU: 31'",
        "address, ffffffff82f0a, ffff888001234",
        "offset, +0x1b/0x40, +0x2c/0x51",
        "release, 6.12.0-toy, 6.13.7-other",
        "taint, Not tainted, Tainted: G        W  O",
        "build, -toy #1, -toy #77"
    })
    void notOfALockReport(String what, String from, String to) {
        var named = CIRCULAR.replace("task_a_", "toy_");
        assertTrue(named.contains(from), what);
        assertEquals(only(named).fingerprints(), only(named.replace(from, to)).fingerprints(), what);
        assertEquals(3, only(named).fingerprints().size());
    }

    @ParameterizedTest
    @CsvSource({
        "task, task 4, task 31",
        "cpu, cpu 1, cpu 7",
        "address, 0xffff888004ff, 0xffff888007aa",
        "offset, +0x15/0x20, +0x77/0x99",
        "time, 12.345, 99.345",
        "value, 0x0000000000000001, 0x0000000000000077",
        "comm, toy0, bash",
        "release, 6.12.0-toy, 5.15.0"
    })
    void notOfARace(String what, String from, String to) {
        assertTrue(SampleReports.RACE.contains(from), what);
        // The task of the last access printed the report
        var other =
                SampleReports.RACE.replace(from, to).replace(from.replace("task", "PID:"), to.replace("task", "PID:"));
        assertEquals(only(SampleReports.RACE).fingerprints(), only(other).fingerprints(), what);
    }

    @Test
    void theSizeIsNotOfARace() {
        var smaller = SampleReports.RACE.replace("of 8 bytes", "of 4 bytes").replace("0x00000000000000", "0x000000");
        assertEquals(4, only(smaller).race().accesses().get(0).size());
        assertEquals(only(SampleReports.RACE).fingerprints(), only(smaller).fingerprints());
    }

    @Test
    void notTheCallerNorTheLine() {
        var moved = "noise\n".repeat(100) + SampleReports.RACE.replaceAll("(?m)^(\\[.*?\\])", "$1[ T4711]");
        assertEquals(only(SampleReports.RACE).fingerprints(), only(moved).fingerprints());
    }

    @Test
    void theSchemasExamplesHold() {
        var schema = JsonMapper.shared().readTree(ParseSchema.text()).at("/$defs/report/properties");
        var ids = schema.at("/fingerprints/examples");
        var inputs = schema.at("/fingerprint_inputs/examples");
        var names = new HashSet<String>();
        ids.forEach(example -> names.addAll(example.propertyNames()));
        assertEquals(Set.of("cycle/1", "site/1", "stack/1", "cut/1"), names);
        assertEquals(ids.size(), inputs.size());
        for (int i = 0; i < ids.size(); i++) {
            for (var name : ids.get(i).propertyNames()) {
                var lines = new ArrayList<String>();
                inputs.get(i).get(name).forEach(input -> lines.add(input.asString()));
                assertEquals(ids.get(i).get(name).asString(), new Fingerprint(name, lines).id());
            }
        }
        assertEquals(
                only(SampleReports.RACE).fingerprints().get("site/1"),
                ids.get(0).get("site/1").asString());
    }

    private static Report only(String log) {
        var reports = SampleReports.reports(log);
        assertEquals(1, reports.size(), log);
        return reports.get(0);
    }
}
