package org.unsplat.grammar.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.grammar.Pieces;

/** Who did what to which lock. */
class TaskPieceTest {

    private static final String LOCK =
            "\nffffffffa0004878 (lkt_sa){....}-{3:3}, at: lkt_wait_raw_spin+0x18/0x40 [lkt]\n";

    @ParameterizedTest
    @CsvSource({
        "is trying to acquire lock:, acquire",
        "is trying to lock:, lock",
        "just changed the state of lock:, change-state"
    })
    void verbs(String verb, String action) {
        var builder = Pieces.read(new TaskPiece(), "swapper/0/1 " + verb + LOCK);
        assertEquals(action, builder.action);
        assertEquals("swapper/0", builder.task.comm());
        assertEquals(1, builder.task.pid());
        assertEquals("lkt_sa", builder.acquiring.classText());
    }

    @Test
    void inAnInterrupt() {
        var irq = Pieces.read(new TaskPiece(), "swapper/0/0 [HC0[0]:SC1[3]:HE1:SE0] takes:" + LOCK)
                .task
                .irq();
        assertEquals(List.of(0, 0), irq.hardirq());
        assertEquals(List.of(1, 3), irq.softirq());
        assertTrue(irq.hardirqsEnabled());
        assertFalse(irq.softirqsEnabled());
    }

    @Test
    void releases() {
        var builder = Pieces.read(new TaskPiece(), """
                insmod/45 is trying to release lock (&(&q->lock)->rlock) at:
                [<ffffffffa0001234>] lkt_unbalance+0x12/0x20 [lkt]
                but there are no more locks to release!
                """);
        assertEquals("release", builder.action);
        assertEquals("&(&q->lock)->rlock", builder.acquiring.classText());
        assertEquals("lkt_unbalance", builder.acquiring.at().function());
        assertEquals("0xffffffffa0001234", builder.acquiring.at().address());
    }

    @Test
    void frees() {
        var builder = Pieces.read(
                new TaskPiece(), "init/1 is freeing memory c1195800-c11959ff, with a lock still held there!" + LOCK);
        assertEquals("free", builder.action);
        assertEquals("0xc1195800", builder.freed.from());
        assertEquals("0xc11959ff", builder.freed.to());
    }

    @Test
    void leaves() {
        assertEquals(
                "return-to-user",
                Pieces.read(new TaskPiece(), "init/44 is leaving the kernel with locks still held!").action);
    }
}
