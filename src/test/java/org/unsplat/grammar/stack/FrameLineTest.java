package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames in the forms of all architectures and symbolisers. */
class FrameLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dump_stack_lvl+0x62/0x90",
                "dump_stack_lvl+0x62",
                "? kthread_park+0x80/0x80",
                "? 0xffffffffa000f000",
                "lkt_sa_irq+0xc/0x20 [lkt 71a6ba3e92c5211ab6683faf0d5214fdae23abf4] (P)",
                "[<ffffffff8148a1c3>] ? dev_flush+0x23/0x60",
                "[<ffffffff80224640>] handle_exception+0x134/0x140",
                "[c00000000b6f3780] [c000000000a3c1f0] dump_stack+0xec/0x144 (unreliable)",
                "unwind_backtrace from show_stack+0x10/0x14",
                "lkt_s_ba [lkt] from lkt_run+0x54/0x84 [lkt]",
                "[<c010d5c8>] (show_stack) from [<c0a1b2c4>] (dump_stack+0xb4/0xd8)",
                "rest_init.constprop.0+0x4/0x8",
                "__flush_work+0x30b/0x570 kernel/workqueue.c:4178",
                "flush_work kernel/workqueue.c:4229 [inline]",
                "idempotent_init_module (include/linux/spinlock.h:351 kernel/module/main.c:3351 kernel/module/main.c:3423)",
                "kct_side_a (lkt/kct.c:135 (discriminator 3)) kct",
                "<rnull::NullBlkModule as kernel::InPlaceModule>::init+0x904/0xc30",
                "bpf_lru_pop+0x1/0x2 kernel/bpf/bpf_lru_list.c:-1"
            })
    void isWrittenAsItWasRead(String line) {
        var frame = FrameLine.parse(line).build();
        assertEquals(line, FrameLine.text(frame, FrameLine.isBracketed(List.of(frame))));
    }

    @Test
    void takesAModuleApart() {
        var frame = FrameLine.parse("lkt_sa_irq+0xc/0x20 [lkt 71a6ba3e92c5211ab6683faf0d5214fdae23abf4] (PF)")
                .build();
        assertEquals("lkt_sa_irq", frame.function());
        assertEquals("0xc", frame.offset());
        assertEquals("0x20", frame.size());
        assertEquals("lkt", frame.module());
        assertEquals("71a6ba3e92c5211ab6683faf0d5214fdae23abf4", frame.buildId());
        assertEquals(List.of("P", "F"), frame.flags());
    }

    /** decode_stacktrace.sh takes the brackets off, and then may find no place. */
    @Test
    void takesAModuleWithoutBrackets() {
        var frame = FrameLine.parse("toy_register+0x1ec/0x2b8 toy_mockup").build();
        assertEquals("toy_register", frame.function());
        assertEquals("0x1ec", frame.offset());
        assertEquals("toy_mockup", frame.module());
        assertEquals("toy_register+0x1ec/0x2b8 [toy_mockup]", FrameLine.text(frame, false));
    }

    /** Old kernels print no size, and people cut it. */
    @Test
    void takesAFrameWithoutASize() {
        var frame = FrameLine.parse("a+0x1").build();
        assertEquals("a", frame.function());
        assertEquals("0x1", frame.offset());
        assertNull(frame.size());
    }

    @Test
    void doubtsWhatTheUnwinderDoubts() {
        assertFalse(FrameLine.parse("? kthread+0x1/0x2").build().reliable());
        assertFalse(FrameLine.parse("([<0000000000155e8a>] do_exit+0x2d2/0x6b8)")
                .build()
                .reliable());
        assertTrue(FrameLine.parse("kthread+0x1/0x2").build().reliable());
    }

    @Test
    void decodedPlacesAreInnermostFirst() {
        var frame = FrameLine.parse("f (a.h:10 b.h:20 (discriminator 2) c.c:30) mod")
                .build();
        assertEquals("c.c", frame.file());
        assertEquals(30, frame.line());
        assertEquals("mod", frame.module());
        assertEquals(
                List.of("a.h", "b.h"),
                frame.inlinedAt().stream().map(place -> place.file()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "other info that might help us debug this:",
                "RIP: 0010:func+0x1/0x2",
                "<TASK>",
                "hardirqs last  enabled at (1): [<ffffffff8129fca2>] f+0x22/0x40",
                "lock: sym+0x1/0x2, .magic: 0",
                "a+b/c",
                "show_stack+0x10/0x14 from",
                "toy_register+0x1ec/0x2b8 hangs here",
                "rcu_scheduler_active = 2, debug_locks = 1",
                "CPU0                    CPU1",
                "[ BUG: Invalid wait context ]"
            })
    void isNoFrame(String line) {
        assertNull(FrameLine.parse(line));
    }
}
