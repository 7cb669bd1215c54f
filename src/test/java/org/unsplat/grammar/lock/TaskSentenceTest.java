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
class TaskSentenceTest {

    private static final String LOCK =
            "\nffffffffa0004878 (lkt_sa){....}-{3:3}, at: lkt_wait_raw_spin+0x18/0x40 [lkt]\n";

    @ParameterizedTest
    @CsvSource({
        "is trying to acquire lock:, acquire",
        "is trying to lock:, lock",
        "just changed the state of lock:, change-state"
    })
    void verbs(String verb, String action) {
        var draft = Pieces.read(new TaskSentence(), "swapper/0/1 " + verb + LOCK);
        assertEquals(action, draft.action);
        assertEquals("swapper/0", draft.task.comm());
        assertEquals(1, draft.task.pid());
        assertEquals("lkt_sa", draft.acquiring.classText());
    }

    @Test
    void inAnInterrupt() {
        var irq = Pieces.read(new TaskSentence(), "swapper/0/0 [HC0[0]:SC1[3]:HE1:SE0] takes:" + LOCK)
                .task
                .irq();
        assertEquals(List.of(0, 0), irq.hardirq());
        assertEquals(List.of(1, 3), irq.softirq());
        assertTrue(irq.hardirqsEnabled());
        assertFalse(irq.softirqsEnabled());
    }

    @Test
    void releases() {
        var draft = Pieces.read(new TaskSentence(), """
                insmod/45 is trying to release lock (&(&q->lock)->rlock) at:
                [<ffffffffa0001234>] lkt_unbalance+0x12/0x20 [lkt]
                but there are no more locks to release!
                """);
        assertEquals("release", draft.action);
        assertEquals("&(&q->lock)->rlock", draft.acquiring.classText());
        assertEquals("lkt_unbalance", draft.acquiring.at().function());
        assertEquals("0xffffffffa0001234", draft.acquiring.at().address());
    }

    @Test
    void frees() {
        var draft = Pieces.read(
                new TaskSentence(), "init/1 is freeing memory c1195800-c11959ff, with a lock still held there!" + LOCK);
        assertEquals("free", draft.action);
        assertEquals("0xc1195800", draft.freed.from());
        assertEquals("0xc11959ff", draft.freed.to());
    }

    @Test
    void leaves() {
        assertEquals(
                "return-to-user",
                Pieces.read(new TaskSentence(), "init/44 is leaving the kernel with locks still held!").action);
    }
}
