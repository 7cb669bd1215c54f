package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.grammar.stack.FrameRole;

class FunctionNameTest {

    @ParameterizedTest
    @CsvSource({
        "toy.isra.0, toy",
        "toy.constprop.0.isra.1, toy",
        "toy.cold, toy",
        "toy.part.12, toy",
        "toy.llvm.1234567, toy",
        "kmalloc_noprof, kmalloc",
        "__x64_sys_read, sys_read",
        "__arm64_sys_read, sys_read",
        "__ia32_compat_sys_ioctl, compat_sys_ioctl",
        "__do_sys_read, sys_read",
        "SyS_read, sys_read",
        ".toy, toy",
        "__do_softirq, __do_softirq",
        "alloc::vec::push::h0123456789abcdef, alloc::vec::push",
        "_RNvMs_NtCs1a2b3c_11rust_binder6threadNtB4_6Thread4take.llvm.7, <rust_binder::thread::Thread>::take",
        "<rust_binder[1a2b3c]::thread::Thread>::take, <rust_binder::thread::Thread>::take",
        "_ZN3toy3run17h0123456789abcdefE, toy::run",
        "_RNCNvC3toy3runs_0, toy::run::{closure}",
        "_ZN3toy3run28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE, toy::run::{closure}",
        "_Z8fakeNameiii, fakeName",
        "_RNvC3toy, _RNvC3toy",
        "__flush_work, __flush_work"
    })
    void outlivesARebuild(String printed, String name) {
        assertEquals(name, FunctionName.plain(printed));
    }

    @Test
    void whatIsNoNameDoesNotCount() {
        assertNull(FunctionName.plain("0xffffffff81000000"));
        assertNull(FunctionName.of(ReportFixture.frame("? toy")));
        assertNull(FunctionName.of(ReportFixture.frame("toy [inline]")));
        assertEquals("toy", FunctionName.of(ReportFixture.frame("toy")));
    }

    @Test
    void toolsAreNotTheBug() {
        for (var tool : new String[] {
            "__tsan_read8",
            "kcsan_setup_watchpoint",
            "instrument_atomic_read",
            "atomic_read",
            "atomic64_inc",
            "set_bit",
            "test_and_set_bit_lock",
            "memcpy",
            "__kasan_check_write",
            "dump_stack_lvl"
        }) {
            assertTrue(FrameRole.of(tool) == FrameRole.TOOL, tool);
        }
        for (var function : new String[] {"toy_set_bit_rate", "atomic_open", "list_add", "dput", "toy_memcpy"}) {
            assertFalse(FrameRole.of(function) == FrameRole.TOOL, function);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "net/core/dev.c, net/core/dev.c",
        "./include/net/sock.h, include/net/sock.h",
        "/home/me/linux-6.12/net/core/dev.c, net/core/dev.c",
        "/home/kernel/linux/kernel/fork.c, kernel/fork.c",
        "/home/me/linux/kernel/mine/drivers/acpi/ec.c, drivers/acpi/ec.c",
        "/home/me/linux/kernel/locking/mutex.c, kernel/locking/mutex.c",
        "/build/arch/x86/kernel/cpu.c, arch/x86/kernel/cpu.c",
        "../../etc/passwd, etc/passwd",
        "toy/toy.c, toy/toy.c"
    })
    void pathsStayInTheTree(String printed, String path) {
        assertEquals(path, SourcePath.relative(printed));
    }
}
