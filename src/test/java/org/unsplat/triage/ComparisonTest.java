package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;
import org.unsplat.model.Severity;
import org.unsplat.triage.Finding.State;

/** A run against what is known, and against another run. */
class ComparisonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CIRCULAR = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");
    /** Nothing of it is left that could make an id. */
    private static final String CUT = "[   12.345678] INFO: trying to register non-static key.\n"
            + "[   12.345679] the code is fine but needs lockdep annotation.\n";

    private static Groups groups(String... logs) {
        var groups = new Groups();
        Stream.of(logs).flatMap(log -> SampleReports.reports(log).stream()).forEach(groups::add);
        return groups;
    }

    private static Baseline known(String log, String kind, LocalDate expires) {
        var identity = groups(log).all().get(0).identity();
        return new Baseline(List.of(new Baseline.Entry(identity, kind, "title", "reason", null, expires)));
    }

    private static List<State> states(Groups groups, Baseline baseline) {
        return Comparison.of(groups, baseline, TODAY, entry -> true).findings().stream()
                .map(Finding::state)
                .toList();
    }

    @Test
    void whatIsTheSameIsCountedTogether() {
        var groups = groups(SampleReports.RACE, CIRCULAR, CUT, SampleReports.RACE_DECODED, CUT)
                .all();
        assertEquals(List.of(2, 1, 2), groups.stream().map(Group::count).toList());
        assertEquals(
                "toy_poll",
                groups.get(0).first().race().accesses().get(1).stack().get(1).function());
        assertEquals(
                "site/1 " + groups.get(0).first().fingerprints().get("site/1"),
                groups.get(0).key());
        assertEquals("cycle/1", groups.get(1).identity().name());
        assertEquals(groups.get(1).identity().id(), groups.get(1).id());
        assertNull(groups.get(2).identity());
        assertEquals(
                "lockdep-non-static-key INFO: trying to register non-static key in corrupted",
                groups.get(2).key());
        assertTrue(groups.get(2).id().matches("[0-9a-f]{16}"));
    }

    @Test
    void isKnownUpToTheDayOnWhichItExpires() {
        var run = groups(SampleReports.RACE, CUT);
        assertEquals(List.of(State.NEW, State.NEW), states(run, Baseline.EMPTY));
        assertEquals(List.of(State.KNOWN, State.NEW), states(run, known(SampleReports.RACE, null, null)));
        assertEquals(List.of(State.KNOWN, State.NEW), states(run, known(SampleReports.RACE, null, TODAY)));
        assertEquals(
                List.of(State.EXPIRED, State.NEW), states(run, known(SampleReports.RACE, null, TODAY.minusDays(1))));
        assertEquals(List.of(State.NEW, State.NEW), states(run, known(CIRCULAR, null, null)));
    }

    @Test
    void isStaleWhereTheRunWasAboutItAndSawNothing() {
        var run = groups(SampleReports.RACE);
        var baseline = known(CIRCULAR, "lockdep-circular-dependency", null);
        assertEquals(
                baseline.entries(),
                Comparison.of(run, baseline, TODAY, entry -> entry.kind().startsWith("lockdep"))
                        .stale());
        assertEquals(
                List.of(),
                Comparison.of(run, baseline, TODAY, entry -> entry.kind().startsWith("kcsan"))
                        .stale());
        assertEquals(
                List.of(),
                Comparison.of(run, known(SampleReports.RACE, null, null), TODAY, entry -> true)
                        .stale());
    }

    @Test
    void theWorstComesFirstAndWhatIsKnownNotAtAll() {
        var compared = Comparison.of(groups(SampleReports.RACE, CIRCULAR), Baseline.EMPTY, TODAY, entry -> true);
        assertEquals(
                List.of(Severity.CRITICAL, Severity.MAJOR),
                compared.unexpected().stream().map(Finding::severity).toList());
        assertEquals(2, compared.count(State.NEW));
        var known =
                Comparison.of(groups(SampleReports.RACE, CIRCULAR), known(CIRCULAR, null, null), TODAY, entry -> true);
        assertEquals(
                List.of(Severity.MAJOR),
                known.unexpected().stream().map(Finding::severity).toList());
        assertEquals(1, known.count(State.KNOWN));
        assertEquals(0, known.count(State.EXPIRED));
    }

    @Test
    void aBaselineGrowsByWhatIsNew() {
        var old = known(SampleReports.RACE, null, TODAY.minusDays(1));
        var grown = old.with(groups(SampleReports.RACE, CIRCULAR, CUT).all());
        assertEquals(3, grown.entries().size());
        assertNull(grown.entries().get(2).identity());
        assertEquals("lockdep-non-static-key", grown.entries().get(2).kind());
        assertEquals(old.entries().get(0), grown.entries().get(0));
        var added = grown.entries().get(1);
        assertEquals("lockdep-circular-dependency", added.kind());
        assertEquals("possible deadlock in task_a_wants", added.title());
        assertNull(added.expires());
    }

    @Test
    void twoRunsDiffer() {
        var difference = RunDifference.of(
                groups(SampleReports.RACE, CUT, SampleReports.UNKNOWN_ORIGIN),
                groups(CUT, SampleReports.RACE, CIRCULAR, SampleReports.RACE));
        assertEquals(List.of("lockdep-non-static-key", "lockdep-circular-dependency"), kinds(difference.added()));
        assertNull(difference.added().get(0).identity());
        assertEquals(2, difference.gone().size());
        assertEquals(1, difference.same().size());
        assertEquals(1, difference.same().get(0).before().count());
        assertEquals(2, difference.same().get(0).after().count());
    }

    private static List<String> kinds(List<Group> groups) {
        return groups.stream().map(Group::first).map(Report::kind).toList();
    }

    @Test
    void aCheckCountsAllReportsAndBlindInputs() {
        var seeing = new InputInfo("a", 1, 1, 2, null);
        var blind = new InputInfo("b", 1, 1, 1, new InputInfo.LockdepOff(7, "why"));
        var compared = Comparison.of(
                groups(SampleReports.RACE, CIRCULAR, SampleReports.RACE), Baseline.EMPTY, TODAY, entry -> true);
        var check = new CheckResult(
                compared,
                List.of(),
                new RunInputs(List.of(seeing, blind), Set.of(), List.of(), List.of()),
                false,
                false);
        assertEquals(3, check.reports());
        assertEquals(List.of(blind), check.lockdepOffLogs());
    }

    /** Lockdep calls {@code debug_locks_off} for its own reports, but not where it only lists locks, nor for RCU. */
    @Test
    void lockdepStopsAtItsOwn() {
        assertEquals(LockdepCoverage.ENDS, afterFirstOf(CIRCULAR));
        assertEquals(LockdepCoverage.GOES_ON, afterFirstOf(SampleReports.RACE));
        assertEquals(LockdepCoverage.GOES_ON, afterFirstOf(SampleReports.RCU));
    }

    private static LockdepCoverage afterFirstOf(String sample) {
        return LockdepCoverage.after(SampleReports.reports(sample).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "lockdep-irq-order, CRITICAL",
        "lockdep-held-lock-freed, CRITICAL",
        "lockdep-suspicious-rcu, MAJOR",
        "kcsan-data-race, MAJOR",
        "lockdep-held-locks, MINOR",
        "lockdep-limit, MINOR"
    })
    void severity(String kind, Severity severity) {
        assertEquals(severity, Kind.of(kind).severity());
    }
}
