package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.TypeLists;

/**
 * The first line of a crash, whose dump belongs to no report of ours. Crashes that may list held locks are heads of
 * {@code OopsHeaderPiece} instead, as is the line above {@code kernel BUG at}.
 * <pre>
 * general protection fault, probably for non-canonical address 0xdffffc0000000000: 0000 [#1] SMP KASAN
 * Oops: general protection fault, probably for ...: 0000 [#1] SMP      x86, 6.11 and later
 * Oops: 0010 [#1] SMP                                                  x86, below "BUG: unable to handle"
 * CPU 0 Unable to handle kernel paging request at virtual address      mips, loongarch
 * Internal error: Oops: 96000004 [#1] PREEMPT SMP                      arm, arm64
 * </pre>
 */
public final class CrashLine {

    /** Beginnings that only the kernel's crash lines have. */
    private static final List<String> HEADS = List.of(
            "general protection fault",
            "Oops: general protection fault",
            "Unable to handle kernel ",
            "Internal error: ",
            "Unhandled fault: ",
            "Insufficient stack space to handle exception",
            "PANIC: double fault",
            "traps: PANIC: double fault",
            "UBSAN: ",
            "watchdog: Watchdog detected hard LOCKUP",
            "Watchdog detected hard LOCKUP",
            "NMI backtrace for cpu ",
            "Sending NMI from CPU ",
            "sysrq: Show State",
            "SysRq : Show State");

    /** Beginnings that count only with the number of the crash, {@code [#1]}, in the line. */
    private static final List<String> NUMBERED = List.of(
            "Oops",
            "stack segment: ",
            "divide error: ",
            "invalid opcode: ",
            "invalid TSS: ",
            "segment not present: ",
            "alignment check: ",
            "bounds: ",
            "int3: ",
            "double fault: ",
            "control protection fault: ",
            "Kernel BUG ",
            "Kernel bug detected",
            "illegal operation: ",
            "addressing exception: ",
            "specification exception: ",
            "monitor event: ");

    private static final String OF_A_CPU = "CPU ";

    /** {@code BUG kmalloc-64 (Not tainted): Redzone overwritten}, of a slab. */
    private static final String OF_A_CACHE = "BUG ";

    private static final List<String> STARTS = TypeLists.joined(HEADS, NUMBERED, List.of(OF_A_CPU, OF_A_CACHE));

    public static final LineType<String> TYPE = new LineType<>("head of a crash", STARTS) {
        @Override
        public String read(String text) {
            return HEADS.stream().anyMatch(text::startsWith)
                            || text.contains("[#") && NUMBERED.stream().anyMatch(text::startsWith)
                            || text.startsWith(OF_A_CPU) && text.contains(" Unable to handle kernel ")
                            || text.startsWith(OF_A_CACHE) && text.contains("ainted") && text.contains("): ")
                    ? text
                    : null;
        }

        @Override
        public boolean isStrict(String text) {
            return false;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    private CrashLine() {}

    /** Whether nothing but the dump of this problem is printed below the line. */
    public static boolean stopsKernel(String text) {
        return text.startsWith("Kernel panic - not syncing");
    }

    /** Whether the line is the head of a report of KMSAN or KFENCE, whose stack follows without a CPU line. */
    public static boolean hasStackBelow(TypedLine line) {
        return line.text().startsWith("BUG: KMSAN: ") || line.text().startsWith("BUG: KFENCE: ");
    }
}
