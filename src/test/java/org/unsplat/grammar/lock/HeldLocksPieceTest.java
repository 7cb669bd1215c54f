package org.unsplat.grammar.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.grammar.Pieces;

/** Lists of held locks, in the wordings of all versions. */
class HeldLocksPieceTest {

    @Test
    void ofOneLock() {
        var list = Pieces.read(new HeldLocksPiece(), """
                1 lock held by insmod/44:
                 #0: ffffffffa00047b8 (lkt_ra){+.+.}-{2:2}, at: lkt_wait_raw_spin+0xc/0x40 [lkt]
                """).held.get(0);
        assertEquals("insmod", list.task().comm());
        assertEquals(44, list.task().pid());
        assertEquals(1, list.declared());
        assertEquals(0, list.locks().get(0).index());
        assertEquals("lkt_ra", list.locks().get(0).classText());
    }

    @Test
    void theCommMayHoldAnything() {
        var list = Pieces.read(new HeldLocksPiece(), "no locks held by lkt a/b: (c)/46.")
                .held
                .get(0);
        assertEquals("lkt a/b: (c)", list.task().comm());
        assertEquals(46, list.task().pid());
        assertEquals(0, list.declared());
    }

    @Test
    void ofOldKernels() {
        var list = Pieces.read(new HeldLocksPiece(), """
                2 locks held by ip/902:
                 #0:  (rtnl_mutex){+.+.+.}, at: [<ffffffff8171d3a7>] rtnetlink_rcv+0x17/0x30
                 #1:  <RELEASED>
                """).held.get(0);
        assertEquals(6, list.locks().get(0).usage().length());
        assertEquals("0xffffffff8171d3a7", list.locks().get(0).at().address());
        assertTrue(list.locks().get(1).released());
    }

    @Test
    void of72() {
        var list = Pieces.read(new HeldLocksPiece(), """
                locks held by insmod/44: 1, last CPU#3:
                 #0: ffffffffa00047b8 (lkt_ra){+.+.}-{2:2}, at: lkt_wait_raw_spin+0xc/0x40 [lkt]
                """).held.get(0);
        assertEquals(3, list.cpu());
        assertEquals("last", list.cpuWord());
        assertEquals(1, list.declared());
    }

    @Test
    void turnedOff() {
        assertTrue(Pieces.read(new HeldLocksPiece(), "INFO: lockdep is turned off.").turnedOff);
    }

    @Test
    void isNoHeader() {
        Pieces.takesNone(
                new HeldLocksPiece(),
                "a lock held by nobody",
                "Showing all locks held in the system:",
                "#0: x",
                "2 locks are held by insmod/44:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 lock held by a/1:; true; true",
                "12 locks held by a/1:; true; true",
                "no locks held by a/1.; true; false",
                "locks held by a/1: 3, on CPU#1:; true; true",
                "locks held by a/1: 0, last CPU#0; true; false",
                "1 lock is held by a/1:; false; false",
                "the locks held by a/1:; false; false",
                "''; false; false"
            })
    void headsAListPerhapsAnEmptyOne(String line, boolean heads, boolean declares) {
        assertEquals(heads, Pieces.typed(line).is(HeldLocksPiece.HEADER));
        assertEquals(declares, HeldLocksPiece.declaresLocks(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 lock held by a/1:; true",
                "1 lock held by a/1; false",
                "#0: (a){....}; true",
                "#0:; false",
                "INFO: lockdep is turned off.; true",
                "Showing all locks held in the system:; true",
                "=============================================; true",
                "============================================; false"
            })
    void isWhole(String line, boolean whole) {
        var typed = Pieces.typed(line);
        assertEquals(
                whole,
                typed.is(typed.type())
                        && HeldLocksPiece.ofAllTasks().following().contains(typed.type()));
    }

    /** The ruler ends the lists of all tasks ({@code debug_show_all_locks}), not the one of a report. */
    @Test
    void onlyTheListsOfAllTasksAreClosed() {
        var ruler = Pieces.typed("=".repeat(45));
        assertTrue(HeldLocksPiece.ofAllTasks().endsReport(ruler));
        assertFalse(HeldLocksPiece.ofAllTasks().endsReport(Pieces.typed("=".repeat(46))));
        assertFalse(HeldLocksPiece.ofOneThenAll().endsReport(ruler));
        assertTrue(HeldLocksPiece.ofOneThenAll().following().contains(ruler.type()));
        assertFalse(new HeldLocksPiece().following().contains(ruler.type()));
        Pieces.takesNone(new HeldLocksPiece(), "Showing all locks held in the system:");
    }
}
