package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.unsplat.model.StackFrame;

/** The live stack trace, as each architecture prints it. */
class StackByArchitectureTest {

    /** A report that ends with the trace. */
    private static String dump(String release, String trace) {
        var version = release.split("\\.");
        var number = Integer.parseInt(version[0]) * 1000 + Integer.parseInt(version[1]);
        return """
                =====================================
                %s
                %s #1 Not tainted
                -------------------------------------
                insmod/44 is trying to release lock (lkt_ma) at:
                [<ffffffffa0001234>] lkt_unbalance+0x12/0x20 [lkt]
                but there are no more locks to release!

                other info that might help us debug this:
                no locks held by insmod/44.

                stack backtrace:
                CPU: 1 %sPID: 44 Comm: insmod Not tainted %s #1%s
                """.formatted(
                                number < 4012
                                        ? "[ BUG: bad unlock balance detected! ]"
                                        : "WARNING: bad unlock balance detected!",
                                release,
                                number < 6012 ? "" : "UID: 0 ",
                                release,
                                number < 6015 ? "" : " PREEMPT(full) ")
                + trace;
    }

    @Test
    void arm64AsBy44() {
        var report = RoundTrip.exact(dump("4.4.155", """
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                [<ffffffc000089b3c>] dump_backtrace+0x0/0x128
                [<ffffffc000089b3d>] show_stack+0x20/0x38
                """));
        var frames = report.backtrace().frames();
        assertEquals("show_stack", frames.get(frames.size() - 1).function());
    }

    @Test
    void arm64AsBy414() {
        var report = RoundTrip.exact(dump("4.14.177", """
                Call trace:
                 dump_backtrace+0x0/0x128
                 show_stack+0x20/0x38
                 0x0
                 el0_svc_naked+0x30/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("el0_svc_naked", frames.get(frames.size() - 1).function());
    }

    @Test
    void arm64AsBy614() {
        var report = RoundTrip.exact(dump("6.14.0", """
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                 show_stack+0x18/0x24 (C)
                 dump_stack_lvl+0x88/0xc4
                 __sysfs_fu+0x12/0x34 [lkt 71a6ba3e92c5211ab6683faf0d5214fdae23abf4] (PFK)
                 0xffff800012345678 (P)
                 el0t_64_sync+0x1a0/0x1a4 (CF)
                """));
        var frames = report.backtrace().frames();
        assertEquals(List.of("P", "F", "K"), frames.get(2).flags());
        assertEquals("0xffff800012345678", frames.get(3).address());
    }

    @Test
    void arm64WithRegisters() {
        var report = RoundTrip.exact(dump("6.14.0", """
                Call trace:
                 show_stack+0x18/0x24 (C)
                 el1_interrupt+0x34/0x54
                 el1h_64_irq+0x6c/0x70 (P)
                pstate: 60000005 (nZCv daif -PAN -UAO -TCO -DIT -SSBS BTYPE=--)
                pc : lkt_fu+0x12/0x34
                lr : lkt_fu+0x12/0x34
                sp : ffff800012345678
                x29: ffff800012345678 x28: ffff800012345678 x27: 0000000000000000
                 kthread+0x1/0x2
                """));
        var frames = report.backtrace().frames();
        assertEquals(5, frames.get(2).after().size());
    }

    @Test
    void armInItsVerboseForm() {
        var report = RoundTrip.exact(dump("4.9.302", """
                Hardware name: Generic DT based system
                Backtrace:
                [<c010b9c4>] (dump_backtrace) from [<c010bca0>] (show_stack+0x18/0x1c)
                 r7:00000000 r6:60000013 r5:00000000 r4:c0e0a1c8
                [<c010bc88>] (show_stack) from [<c03b0b94>] (dump_stack+0x94/0xa8)
                [<c010bc88>] (lkt_fu [lkt]) from [<c03b0b94>] (lkt_init+0x94/0xa8 [lkt])
                 r10:400f0193 r9:400f0193 r8:ffffffff r7:c0e01f44 r6:ffffffff r5:60000013
                 r4:c0109b10
                [<c0101234>] (gic_handle_irq) from [<c010c1b8>] (__irq_svc+0x58/0x8c)
                Exception stack(0xc0e01f10 to 0xc0e01f58)
                1f00:                                     00000001 00000000 00000000 c011a2c0
                1f20: c0e00000 c0e03c70 c0e03c24 00000000 00000000 c0d40a38 00000000 c0e01f6c
                1f40: c0e01f70 c0e01f60 c0109b14 c0109b10 60000013 ffffffff
                [<c0109ad8>] (arch_cpu_idle) from [<c0175e20>] (do_idle+0x1b0/0x24c)
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_backtrace", frames.get(0).callee());
        assertEquals("lkt", frames.get(2).calleeModule());
        assertEquals(4, frames.get(3).after().size());
    }

    @Test
    void armAsBy61() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Hardware name: Generic DT based system
                 unwind_backtrace from show_stack+0x10/0x14
                 show_stack from dump_stack_lvl+0x40/0x4c
                 dump_stack_lvl from lkt_fu+0x40/0x4c [lkt]
                 lkt_fu [lkt] from do_one_initcall+0x40/0x4c
                 do_one_initcall from 0xbf000010
                Exception stack(0xc0e01f10 to 0xc0e01f58)
                1f00:                                     00000001 00000000 00000000 c011a2c0
                1f20: c0e00000 c0e03c70 c0e03c24 00000000 00000000 c0d40a38 00000000 c0e01f6c
                """));
        var frames = report.backtrace().frames();
        assertEquals("0xbf000010", frames.get(4).address());
        assertEquals(3, frames.get(4).after().size());
    }

    @Test
    void armAsBy612() {
        var report = RoundTrip.exact(dump("6.12.0", """
                Hardware name: Generic DT based system
                Call trace:
                 unwind_backtrace from show_stack+0x10/0x14
                 show_stack from dump_stack_lvl+0x40/0x4c
                 r5:00000001 r4:c0e01f6c
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void armWithoutSymbols() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Hardware name: Generic DT based system
                Backtrace:
                Function entered at [<c010b9c4>] from [<c010bca0>]
                 r7:00000000 r6:60000013 r5:00000000 r4:c0e0a1c8
                Function entered at [<c010bca0>] from [<c03b0b94>]
                """));
        var frames = report.backtrace().frames();
        assertEquals("0xc010b9c4", frames.get(0).calleeAddress());
        assertEquals("0xc010bca0", frames.get(0).address());
    }

    @Test
    void powerpcAsBy510() {
        var report = RoundTrip.exact(dump("5.10.198", """
                Call Trace:
                [c000000002f0f4a0] [c000000000a1b2c4] dump_stack+0xc4/0x114 (unreliable)
                [c000000002f0f4f0] [c0000000001b2c30] print_unlock_imbalance_bug+0x140/0x160
                [c000000002f0f580] [c0000000001b2c34] lkt_fu+0x48/0x60 [lkt] (.ret_fu+0x10/0x20)
                --- interrupt: 901 at plpar_hcall_norets+0x1c/0x28
                    LR = shared_cede_loop+0x70/0x170
                [c000000002f0f640] [0000000000000001] 0x1 (unreliable)
                """));
        var frames = report.backtrace().frames();
        assertEquals("unreliable", frames.get(0).note());
        assertEquals(".ret_fu+0x10/0x20", frames.get(2).note());
        assertEquals(2, frames.get(2).after().size());
        assertEquals("0x0000000000000001", frames.get(3).address());
    }

    @Test
    void powerpcAsBy61() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Hardware name: IBM pSeries (emulated by qemu) POWER9 (raw) 0x4e1202 0xf000005 of:SLOF,HEAD hv:linux,kvm pSeries
                Call Trace:
                [c000000002f0f4a0] [c000000000a1b2c4] dump_stack_lvl+0x74/0xa8 (unreliable)
                [c000000002f0f4f0] [c0000000001b2c30] lkt_fu+0x140/0x160 [lkt]
                [c000000002f0fe50] [c00000000000c270] system_call_vectored_common+0xf0/0x280
                --- interrupt: 3000 at 0x7fff8a0b1c04
                NIP:  00007fff8a0b1c04 LR: 0000000000000000 CTR: 0000000000000000
                REGS: c000000002f0fe80 TRAP: 3000   Not tainted  (6.1.10)
                MSR:  800000000280f033 <SF,VEC,VSX,EE,PR,FP,ME,IR,DR,RI,LE>  CR: 24002488  XER: 00000000
                CFAR: 0000000000000000 IRQMASK: 0
                GPR00: 000000000000017b 00007ffff1f9e4d0 00007fff8a1b7100 0000000000000003
                GPR04: 0000000010001234 0000000000000000 0000000000000003 0000000000000001
                NIP [00007fff8a0b1c04] 0x7fff8a0b1c04
                LR [0000000000000000] 0x0
                --- interrupt: 3000
                [c000000002f0f640] [c000000000a1b2c4] lkt_fu2+0x1/0x2
                """));
        var frames = report.backtrace().frames();
        assertEquals(10, frames.get(2).after().size());
    }

    @Test
    void powerpcAsBy71() {
        var report = RoundTrip.exact(dump("7.1.5", """
                Call Trace:
                [c000000002f0f4a0] [c000000000a1b2c4] dump_stack_lvl+0x74/0xa8 (unreliable)
                ---- interrupt: 900 at lkt_fu+0x140/0x160 [lkt]
                NIP:  c0000000001b2c30 LR: c0000000001b2c34 CTR: 0000000000000000
                REGS: c000000002f0fe80 TRAP: 0900   Not tainted  (7.1.5)
                MSR:  800000000280b033 <SF,VEC,VSX,EE,FP,ME,IR,DR,RI,LE>  CR: 24002488  XER: 00000000
                CFAR: 0000000000000000 IRQMASK: 0
                GPR00: 000000000000017b 00007ffff1f9e4d0 00007fff8a1b7100 0000000000000003
                NIP [c0000000001b2c30] lkt_fu+0x140/0x160 [lkt]
                LR [c0000000001b2c34] lkt_fu+0x144/0x160 [lkt]
                ---- interrupt: 900
                [c000000002f0f640] [c000000000a1b2c4] lkt_fu2+0x1/0x2
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu2", frames.get(1).function());
    }

    @Test
    void s390WithLockdepOff() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Hardware name: IBM 8561 T01 701 (KVM/Linux)
                Call Trace:
                 [<0000000000112233>] show_stack+0x8e/0xd0
                 [<0000000000112234>] dump_stack_lvl+0x8e/0xd0
                ([<0000000000112235>] lkt_fu+0x8e/0xd0 [lkt])
                 [<0000000000112236>] lkt_fu+0x8e/0xd0 [lkt]
                INFO: lockdep is turned off.
                """));
        var frames = report.backtrace().frames();
        assertTrue(report.lockdep().turnedOff());
        assertFalse(frames.get(2).reliable());
        assertTrue(frames.get(3).reliable());
    }

    @Test
    void s390WithTheLocksOnceMore() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Hardware name: IBM 8561 T01 701 (KVM/Linux)
                Call Trace:
                 [<0000000000112233>] show_stack+0x8e/0xd0
                ([<0000000000112234>] dump_stack_lvl+0x8e/0xd0)
                 [<0000000000112235>] ret_from_fork+0x8e/0xd0
                1 lock held by insmod/44:
                 #0: 0000000081234567 (lkt_ma){+.+.}-{3:3}, at: lkt_fu+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals(2, report.lockdep().held().size());
    }

    @Test
    void riscv() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Hardware name: riscv-virtio,qemu (DT)
                Call Trace:
                [<ffffffff80005b2c>] dump_backtrace+0x1c/0x24
                [<ffffffff80a05b2c>] show_stack+0x2c/0x38
                [<ffffffff01a3d0ce>] lkt_fu+0x2c/0x38 [lkt]
                """));
        var frames = report.backtrace().frames();
        assertEquals("0xffffffff80005b2c", frames.get(0).address());
    }

    @Test
    void loongarch() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Hardware name: QEMU QEMU Virtual Machine, BIOS unknown 2/2/2022
                Stack : 9000000100c4f000 0000000000000000 9000000000223a0c 9000000100d58000
                        9000000100d5ba50 0000000000000000 9000000100d5ba58 9000000001b3c3a0
                        ...
                Call Trace:
                [<9000000000223a0c>] show_stack+0x5c/0x190
                [<90000000015e1234>] dump_stack_lvl+0x60/0x88
                """));
        var frames = report.backtrace().frames();
        assertEquals(3, report.lockdep().registers().size());
    }

    @Test
    void mips() {
        var report = RoundTrip.exact(dump("5.10.198", """
                Stack : 00000000 00000000 80c5bcf4 8009b5a4 00000000 00000000 00000000 00000000
                        00000000 00000000 80c50000 8009b5a4 80c5bc98 00000001 80c5bc30 00000000
                Call Trace:
                [<800090b4>] show_stack+0x90/0x140
                [<8051d4c4>] dump_stack+0xa0/0xd0
                [<80012345>] lkt_fu+0xa0/0xd0 [lkt]
                """));
        var frames = report.backtrace().frames();
        assertEquals(2, report.lockdep().registers().size());
    }

    @Test
    void mips64() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Stack : ffffffff80c5bcf4 0000000000000000 ffffffff80c5bcf4 8009b5a400000000
                        0000000000000000 0000000000000000 ffffffff80c5bcf4 8009b5a400000000
                        ...
                Call Trace:
                [<ffffffff800090b4>] show_stack+0x90/0x140
                [<ffffffff8051d4c4>] dump_stack_lvl+0xa0/0xd0
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void sparc64() {
        var report = RoundTrip.exact(dump("7.1.5", """
                Call Trace:
                [<000000000046b2e4>] dump_stack_lvl+0x60/0x88
                [<00000000004b2e48>] lkt_fu+0x60/0x88
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu", frames.get(frames.size() - 1).function());
    }

    @Test
    void parisc() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Hardware name: 9000/778/B160L
                Backtrace:
                 [<10414ec8>] show_stack+0x28/0x34
                 [<1040a4b8>] dump_stack_lvl+0x5c/0x84
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void userModeLinux() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Stack:
                 60a17b70 00000001 00000000 60038a1c
                 60a17b80 6083a5a0 60a17bb0 60067a40
                Call Trace:
                 [<6083a5a0>] ? dump_stack+0x2a/0x2c
                 [<60067a40>] lkt_fu+0x60/0x88
                """));
        var frames = report.backtrace().frames();
        assertEquals(3, report.lockdep().registers().size());
        assertFalse(frames.get(0).reliable());
    }

    @Test
    void userModeLinuxOn64Bits() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Stack:
                 60a17b70 6083a5a0 00000000 60038a1c
                 00000000 60038a1c
                Call Trace:
                 [<0000000060023a5a>] show_stack+0x12/0x34
                 [<6083a5a0>] ? dump_stack+0x2a/0x2c
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack", frames.get(frames.size() - 1).function());
    }

    @Test
    void arc() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Stack Trace:
                  arc_unwind_core+0xd8/0x100
                  dump_stack_lvl+0x60/0x88
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void csky() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Call Trace:
                [<80012345>] show_stack+0x12/0x34
                [<80012346>] dump_stack_lvl+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void xtensa() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Stack:
                 00000001 d0025b40 d0025b20 00000000
                Call Trace:
                 [<d0012345>] show_stack+0x12/0x34
                 [<d0012346>] dump_stack_lvl+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("dump_stack_lvl", frames.get(frames.size() - 1).function());
    }

    @Test
    void m68k() {
        var report = RoundTrip.read(dump("6.8.1", """
                Stack from 00be7e74:
                        00be7e74 0049bb0b 0049bb0b 00000000 00000000 00be7e98
                        00be7ec0 003ed3b8 00000001
                Call Trace: [<003ed3b8>] dump_stack+0xc/0x10
                 [<003ed3b9>] lkt_fu+0xc/0x10
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu", frames.get(frames.size() - 1).function());
    }

    @Test
    void sh() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Stack: (0x8c01de94 to 0x8c020000)
                de80:                                              8c0a1234 8c0a1234 00000000
                dea0: 8c0a1234 8c0a1234 00000000 8c0a1234
                Call trace:
                 [<8c0a1234>] dump_stack_lvl+0x12/0x34
                 [<8c0a1235>] lkt_fu+0x12/0x34
                INFO: lockdep is turned off.
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu", frames.get(frames.size() - 1).function());
    }

    @Test
    void alpha() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Trace:
                [<fffffc0000321a94>] lkt_fu+0x64/0x70
                [<fffffc0000321a95>] lkt_fu2+0x64/0x70
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu2", frames.get(frames.size() - 1).function());
    }

    @Test
    void openrisc() {
        var report = RoundTrip.exact(dump("6.8.1", """
                Call trace:
                 [<(ptrval)>] dump_stack_lvl+0x12/0x34
                 [<(ptrval)>] lkt_fu+0x12/0x34
                 [<c0012345>] lkt_fu+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("(ptrval)", frames.get(0).addressText());
    }

    @Test
    void hexagon() {
        var report = RoundTrip.exact(dump("6.8.1", """
                CPU#0, insmod/44, Call Trace:
                [<c0123456>] lkt_fu+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu", frames.get(frames.size() - 1).function());
    }

    @Test
    void x86AsBy48() {
        var report = RoundTrip.exact(dump("4.8.0", """
                Hardware name: Bochs Bochs, BIOS Bochs 01/01/2011
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                 ffffffff86ad2b40 ffffffff86ad4450
                Call Trace:
                 <#DB>  [<ffffffff81234569>] fu+0x12/0x34
                 <<EOE>>  [<ffffffff81234569>] fu+0x12/0x34
                 <NMI>  [<ffffffff81234569>] dump_stack+0x12/0x34
                 <<EOE>>  <IRQ>  [<ffffffff81234569>] irq_a+0x12/0x34
                 [<ffffffff81234569>] ? irq_b+0x12/0x34
                 <EOI>  [<ffffffff81234569>] ? irq_b+0x12/0x34
                 [<0000000000000000>] 0x0
                """));
        var frames = report.backtrace().frames();
        assertEquals(
                List.of("#DB", "NMI", "IRQ", "IRQ"),
                frames.stream()
                        .map(StackFrame::context)
                        .filter(Objects::nonNull)
                        .toList());
        assertEquals(2, report.lockdep().registers().size());
    }

    @Test
    void x86On32BitsAsBy44() {
        var report = RoundTrip.exact(dump("4.4.155", """
                 c17a2f4c c1049a6e c1666e40 00000001
                 00000000 c1049a6e 00000009 c17a2f78
                Call Trace:
                 [<c13a2f4c>] dump_stack+0x12/0x34
                 [<c1049a6e>] ? lkt_fu+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals("lkt_fu", frames.get(frames.size() - 1).function());
    }

    @Test
    void x86WithAllStacks() {
        var report = RoundTrip.exact(dump("5.7.14", """
                Call Trace:
                 <#DF>
                 df_fu+0x12/0x34
                 </#DF>
                 <ENTRY_TRAMPOLINE>
                 tramp+0x12/0x34
                 </ENTRY_TRAMPOLINE>
                 <SOFTIRQ>
                 dump_stack+0x12/0x34
                RIP: 0010:lkt_fu+0x12/0x34 [lkt]
                Code: Bad RIP value.
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246 ORIG_RAX: ffffffffffffff13
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                RDX: 0000000000000000 RSI: ffffffff8a3b2d18 RDI: 0000000000000001
                RBP: dffffc0000000000 R08: 0000000000000001 R09: fffffbfff1a00000
                R10: 0000000000000000 R11: 0000000000000000 R12: 0000000000000000
                R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
                FS:  0000000000000000(0000) GS:ffff8880b9200000(0000) knlGS:0000000000000000
                CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
                CR2: 00007f1234567890 CR3: 0000000012345000 CR4: 00000000003506f0
                DR0: 0000000000000000 DR1: 0000000000000000 DR2: 0000000000000000
                DR3: 0000000000000000 DR6: 00000000fffe0ff0 DR7: 0000000000000400
                 </SOFTIRQ>
                 lkt_fu3+0x12/0x34
                """));
        var frames = report.backtrace().frames();
        assertEquals(
                List.of("#DF", "ENTRY_TRAMPOLINE", "SOFTIRQ"),
                frames.stream()
                        .map(StackFrame::context)
                        .filter(Objects::nonNull)
                        .toList());
        assertEquals(13, frames.get(2).after().size());
    }

    @Test
    void x86On32BitsAsBy61() {
        var report = RoundTrip.exact(dump("6.1.10", """
                Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.0-debian-1.16.0-4 04/01/2014
                Call Trace:
                 dump_stack_lvl+0x54/0x7a
                 entry_INT80_32+0xf0/0xf0
                EIP: 0xb7f8b549
                Code: Unable to access opcode bytes at 0xb7f8b51f.
                EAX: ffffffda EBX: 00000003 ECX: 00000000 EDX: 00000002
                ESI: 00000000 EDI: 00000000 EBP: 00000000 ESP: bff12345
                DS: 007b ES: 007b FS: 0000 GS: 0033 SS: 007b EFLAGS: 00000296
                """));
        var frames = report.backtrace().frames();
        assertEquals("entry_INT80_32", frames.get(frames.size() - 1).function());
    }
}
