package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.classify.Classifier;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.input.Line;
import org.unsplat.model.SystemInfo;

/** Who printed a report: from 4.4 to 7.1. */
class SystemLinesTest {

    private static SystemInfo system(String text) {
        var builder = new SystemBuilder();
        var lines = Pieces.cursor(text);
        while (!lines.atEnd()) {
            assertTrue(isOfDump(lines.line()), lines.text());
            assertTrue(SystemLines.read(lines, builder), lines.text());
        }
        return builder.build(false, null);
    }

    private static boolean isOfDump(TypedLine line) {
        return line.is(line.type()) && SystemLines.DUMP_HEAD.contains(line.type());
    }

    @Test
    void of44() {
        var system = system("CPU: 1 PID: 1337 Comm: mount Tainted: G           O    4.4.155 #3");
        assertEquals("4.4.155", system.kernel());
        assertEquals("#3", system.build());
        assertEquals(List.of("O"), system.taint().flags());
        assertNull(system.uid());
    }

    @Test
    void of612() {
        var system = system("""
                CPU: 0 UID: 1000 PID: 44 Comm: a b/c: (d) Tainted: G        W  O       6.12.117 #1 f94e6c01e31def3c3f587d0db511269469c69260
                Tainted: [W]=WARN, [O]=OOT_MODULE
                Hardware name: linux,dummy-virt (DT)
                Workqueue: events lkt_work [lkt]
                """);
        assertEquals("a b/c: (d)", system.comm());
        assertEquals(1000, system.uid());
        assertEquals(List.of("W", "O"), system.taint().flags());
        assertEquals(List.of("WARN", "OOT_MODULE"), system.taint().names());
        assertEquals("f94e6c01e31def3c3f587d0db511269469c69260", system.buildId());
        assertEquals("linux,dummy-virt (DT)", system.hardware());
        assertEquals("events lkt_work [lkt]", system.workqueue());
    }

    @Test
    void of619() {
        var system = system("CPU: 2 UID: 0 PID: 0 Comm: swapper/2 Not tainted 6.19.0-rc1+ #1 PREEMPT_{RT,(full)} ");
        assertEquals("PREEMPT_{RT,(full)}", system.preempt());
        assertEquals("6.19.0-rc1+", system.kernel());
        assertEquals(List.of(), system.taint().flags());
    }

    @Test
    void kdumpAndSyzkaller() {
        var system = system("CPU: 0 PID: 9 Comm: x Kdump: loaded Not tainted syzkaller #0");
        assertTrue(system.kdump());
        assertEquals("syzkaller", system.kernel());
    }

    @Test
    void identLine() {
        assertTrue(isIdent("6.12.117 #1 Tainted: G           O"));
        assertTrue(isIdent("syzkaller #0 Not tainted"));
        assertFalse(isIdent("this is not tainted by anything"));
    }

    private static boolean isIdent(String line) {
        return Pieces.typed(line).is(SystemLines.IDENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6.12.117 #1 Not tainted; true; true",
                "6.12.117 #1 Tainted: G           O; true; true",
                "6.12.117 #1 Tainted:; true; false",
                "6.12.117 #1; true; false",
                "Not tainted; true; true",
                "6.12.117; false; false",
                "Tainted: G        W; true; true",
                "5.14.0-9.el9.x86_64+debug #1 Tainted: G           OE     -------  ---; true; true",
                "6.12.117 Not tainted; true; true",
                "just words; false; false"
            })
    void identLineOrItsBeginning(String line, boolean is, boolean whole) {
        assertEquals(is, Pieces.typed(line).type() == SystemLines.IDENT);
        assertEquals(whole, isIdent(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CPU: 0 PID: 9 Comm: x Not tainted 6.1.0 #1; true; true",
                "CPU: 0 PID: 9 Comm: x Not tainted; true; false",
                "CPU: 0 PID: 9; false; false",
                "Pid: 9, comm: x Not tainted 3.6.0 #296; true; true",
                "Pid: 9, comm: x Not tainted; true; false",
                "Pid: 9; false; false",
                "Hardware name: linux,dummy-virt (DT); true; true",
                "Hardware name: QEMU Standard PC, BIOS; true; false",
                "Hardware name: QEMU Standard PC, BIOS 1.16.2 04/01/2014; true; true",
                "Hardware: none; false; true",
                "Workqueue: events f; true; true",
                "Stopper: f+0x1/0x2 <- g+0x1/0x2; true; true",
                "Sched_ext: simple (enabled); true; true",
                "Slab: none; false; true",
                "Tainted: [W]=WARN; true; true",
                "Tainted: G        W; false; true",
                "Words; false; true"
            })
    void headOfADumpOrItsBeginning(String line, boolean is, boolean whole) {
        var typed = Pieces.typed(line);
        assertEquals(is, isOfDump(typed));
        assertEquals(
                whole,
                typed.isTyped()
                        ? typed.isWhole()
                        : !new Classifier(SystemLines.DUMP_HEAD)
                                .classify(Line.bare(1, line))
                                .reading()
                                .mayBeCut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Tainted: G           OE    --------- -  - 4.18.0-9.el8.x86_64; OE",
                "Tainted: G           OE  ------------ T 3.10.0-9.el7.x86_64; OET",
                "Tainted: G        W  ----------------   2.6.32-9.el6.x86_64; W",
                "Tainted: G          I     -------t ---  5.14.0-9.el9.x86_64; It",
                "Tainted: G                 --------r-  - 4.18.0-9.el8.x86_64; r"
            })
    void redHatPrintsDashesForClearBits(String taintAndKernel, String flags) {
        var system = system("CPU: 1 PID: 9 Comm: x Kdump: loaded " + taintAndKernel + " #1");
        assertEquals(flags, String.join("", system.taint().flags()));
        assertEquals(taintAndKernel.substring(taintAndKernel.lastIndexOf(' ') + 1), system.kernel());
        assertEquals("x", system.comm());
        var text = new KernelText();
        SystemLines.write(system, new KernelFormat(4018, null, false, false), text);
        assertEquals(system, system(String.join("\n", text.lines())));
    }

    @Test
    void theOtherWords() {
        var system = system("""
                Pid: 2147483647, comm: x Tainted: GF       W    3.6.0 #296
                Stopper: multi_cpu_stop+0x0/0x2a0 <- stop_machine+0x1/0x2
                Sched_ext: simple (enabled+all), task: runnable_at=-1ms
                """);
        assertEquals(2147483647, system.pid());
        assertNull(system.cpu());
        assertEquals(List.of("F", "W"), system.taint().flags());
        assertEquals("multi_cpu_stop+0x0/0x2a0 <- stop_machine+0x1/0x2", system.stopper());
        assertEquals("simple (enabled+all), task: runnable_at=-1ms", system.schedExt());
        assertNull(system.workqueue());
    }
}
