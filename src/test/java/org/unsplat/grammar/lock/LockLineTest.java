package org.unsplat.grammar.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.grammar.Pieces;

/** A lock in the wordings of all versions, and with the names that exist. */
class LockLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffff000014d7a520 (&ctx->wqh#2){..-.}-{3:3}, at: eventfd_signal_mask+0x64/0x180",
                "c1195838 (&o->lock){+.+.}-{4:4}, at: lkt_free_held+0x18/0x24 [lkt]",
                "ffff8881002f1870 (&sb->s_type->i_mutex_key#8/2){+.+.}, at: lock_rename+0x1d/0x40",
                "(____ptrval____) (rtnl_mutex){+.+.}, at: rtnl_lock+0x17/0x20",
                " (&(&ah->block)->rlock){+.?...}, at: [<f7fdd2d1>] ath5k_tasklet_beacon+0x91/0xa7",
                " (&(&mapping->i_pages)->xa_lock){....}",
                " (per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu)){-.-.}-{2:2}",
                " ((wq_completion)\"%s\"(\"ipv6_addrconf\")){+.+.}",
                " (*(&acpi_gbl_hardware_lock)){-.-.}-{2:2}",
                " (lkt odd (name)/3, at: x){+.+.}-{4:4}",
                " ((&(&lkt->w)->work)#{2:2}){+.+.}-{4:4}",
                "ffff888000815868 (&b->lock l=1 5:42){+.+.}-{4:4}, at: btree_lock+0xe/0x40 [bcache]",
                " (&toy->lock){+.+...}, at: [<          (null)>]           (null)",
                " (&toy->lock){+.+...}, at: [<0000000000000000>] 0x0",
                "ffff888000815868 (&toy->lock){+.+.}, at:           (null)",
                "ffff888000815868 (&toy->lock){+.+.}-{4:4}, at: 0x0",
                "ffff888000815868 (&toy->lock){+.+.}-{4:4}, at: 0xffffffffa0001234",
                "<RELEASED>"
            })
    void isWrittenAsItWasRead(String line) {
        var lock = LockLine.parse(line.strip());
        assertEquals(line, LockLine.text(lock));
        assertTrue(Pieces.typed(line).is(LockLine.TYPE));
    }

    /** A lock that was taken nowhere that the kernel knows of. */
    @ParameterizedTest
    @ValueSource(strings = {"[<          (null)>]           (null)", "          (null)"})
    void aPlaceThatIsNullIsTold(String place) {
        var at = LockLine.parse("(&toy->lock){+.+...}, at: " + place).at();
        assertEquals("(null)", at.addressText());
        assertNull(at.address());
        assertNull(at.function());
    }

    @Test
    void takesTheNameApart() {
        var lock = LockLine.parse(
                "ffff8881002f1870 (&sb->s_type->i_mutex_key#8/2){+.+.}-{3:4}, at: lock_rename+0x1d/0x40");
        assertEquals("&sb->s_type->i_mutex_key#8/2", lock.classText());
        assertEquals("&sb->s_type->i_mutex_key", lock.name());
        assertEquals(8, lock.version());
        assertEquals(2, lock.subclass());
        assertEquals("0xffff8881002f1870", lock.address());
        assertEquals(3, lock.waitTypes().outer());
        assertEquals(4, lock.waitTypes().inner());
        assertEquals("lock_rename", lock.at().function());
    }

    @Test
    void keepsAnAddressThatIsNone() {
        var lock = LockLine.parse("(____ptrval____) (rtnl_mutex){+.+.}, at: rtnl_lock+0x17/0x20");
        assertNull(lock.address());
        assertEquals("(____ptrval____)", lock.addressText());
    }

    @Test
    void keepsWhatAPrintFunctionAdds() {
        assertEquals("l=1 5:42", LockLine.parse("(&b->lock l=1 5:42){+.+.}").detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "()",
                "(a)",
                "(a){+.+}",
                "(a){+.+.+}",
                "x (a){+.+.}",
                "lock: a, .magic: dead4ead",
                "ffff (a){+.+.}, at: not a symbol"
            })
    void isNoLock(String line) {
        assertNull(LockLine.parse(line));
    }

    @Test
    void copiesOfASymboliserAreOneLock() {
        var lines = Pieces.cursor("""
                ffff88807a1b2c30 (a){+.+.}-{3:3}, at: spin_lock include/linux/spinlock.h:351 [inline]
                ffff88807a1b2c30 (a){+.+.}-{3:3}, at: do_it+0x1/0x2 kernel/x.c:7
                """);
        var lock = LockLine.read(lines);
        assertTrue(lines.atEnd());
        assertEquals("do_it", lock.at().function());
        assertEquals("spin_lock", lock.inlinedInto().get(0).function());
    }
}
