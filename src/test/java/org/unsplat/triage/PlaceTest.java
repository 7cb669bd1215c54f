package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a report points to, for those that open a file. */
class PlaceTest {

    private static final String WARNING = """
            ------------[ cut here ]------------
            DEBUG_LOCKS_WARN_ON(depth <= 0)
            WARNING: CPU: 0 PID: 41 at kernel/locking/lockdep.c:5184 __lock_release+0x1b/0x40
            Modules linked in:
            CPU: 0 UID: 0 PID: 41 Comm: toy0 Not tainted 6.12.0-toy #1
            RIP: 0010:__lock_release+0x1b/0x40
            Call Trace:
             <TASK>
             lock_release+0x1b/0x40
             toy_close+0x1b/0x40
             </TASK>
            ---[ end trace 0000000000000000 ]---
            """;

    private static List<Place> places(String log) {
        return Place.of(SampleReports.reports(log).get(0));
    }

    @Test
    void theSidesOfARaceBehindTheTools() {
        assertEquals(
                List.of(new Place("write of 8 bytes in toy_push"), new Place("read of 8 bytes in toy_poll")),
                places(SampleReports.RACE));
    }

    @Test
    void aSymbolisedOneHasFilesAndTheInlinedFunction() {
        assertEquals(
                List.of(
                        new Place("read of 8 bytes in toy_load", "drivers/toy/toy.h", 7),
                        new Place("write of 8 bytes in toy_push", "drivers/toy/toy.c", 61)),
                places(SampleReports.RACE_DECODED));
    }

    @Test
    void aSideWithoutAStackHasNone() {
        assertEquals(
                1,
                places(SampleReports.RACE.replaceAll(
                                "(?m)^.* (?:kcsan_atomic|toy_poll\\+|toy_read\\+|kthread).*\n", ""))
                        .size());
    }

    @Test
    void aLineThatTheSymboliserDidNotFindIsNoPlace() {
        var lost = SampleReports.RACE_DECODED.replace("toy.h:7", "toy.h:0").replace("toy.c:61", "toy.c:-1");
        assertEquals(
                List.of(new Place("read of 8 bytes in toy_load"), new Place("write of 8 bytes in toy_push")),
                places(lost));
    }

    @Test
    void whereRcuComplainsThenWhoCalled() {
        assertEquals(
                List.of(
                        new Place("suspicious rcu_dereference_check() usage", "drivers/toy/toy.c", 94),
                        new Place("backtrace in toy_lookup")),
                places(SampleReports.RCU));
    }

    @Test
    void whereAWarningStands() {
        assertEquals(
                List.of(
                        new Place("warning in __lock_release", "kernel/locking/lockdep.c", 5184),
                        new Place("backtrace in toy_close")),
                places(WARNING));
    }

    @Test
    void theLocksOfACycle() {
        assertEquals(
                List.of("acquire toy_a in task_a_wants", "hold toy_b in task_a_holds"),
                places(SampleReports.circular("task_a/41", "toy_a", "toy_b")).stream()
                        .map(Place::what)
                        .limit(2)
                        .toList());
    }
}
