package org.unsplat.grammar;

import java.util.regex.Pattern;

/**
 * Lines of a register dump or an exception stack, which stand before or within a stack trace. They are kept as printed.
 * <pre>
 * RIP: 0033:0x47fbe9                              x86, show_iret_regs
 * RAX: ffffffffffffffda RBX: 00000000068aeba0     x86, __show_regs
 * pstate: 60000005 (nZCv daif ...), pc : sym      arm64, __show_regs
 * Exception stack(0xc11bdfb0 to 0xc11bdff8)       arm, dump_mem
 * dfa0: 00000000 00000000                         arm
 * </pre>
 */
final class RegisterLines {

    private static final Pattern X86 = Pattern.compile(
            "(?:(?:RIP|EIP|Code|RSP|ESP|EFLAGS|ORIG_RAX|CR0|CR2|DR0|DR3|PKRU|FS|CS|DS|Stack|IP|RSP0)\\s?: ?.*"
            + "|(?:R[0-9A-Z]{2}|E[A-Z]{2}): [0-9a-f]{8}.*"
            + "|[0-9a-f]{16}(?: [0-9a-f]{16}){1,3}|knowledge of.*)");
    private static final Pattern ARM = Pattern.compile(
            "(?:(?:pstate|pc|lr|sp|pmr_save|PC is at|LR is at|psr|Flags|Control|Register r\\d+|Process|x\\d{1,2}|r\\d{1,2}|fp|ip)"
            + "\\s?:? ?\\S.*[0-9a-f].*|Exception stack\\(0x[0-9a-f]+ to 0x[0-9a-f]+\\)|[0-9a-f]{4,8}:(?: +[0-9a-f]{8}){1,8})");
    private static final Pattern OTHER = Pattern.compile(
            "(?:(?:epc|ra|gp|t\\d|s\\d{1,2}|a\\d|sp|tp|status|badaddr|cause|badvaddr|orig_a0|u0|ERA|RA|CRMD|PRMD|EUEN|ECFG"
            + "|ESTAT|PRID|BADV|Hi|Lo|Status|Cause|PrId|NIP|LR|REGS|MSR|CFAR|GPR\\d\\d|DAR|IRQMASK|Krnl PSW|User PSW"
            + "|Krnl GPRS|User GPRS|Krnl Code|User Code|\\$ ?\\d+)\\s*[:=\\[] ?.*"
            + "|-{3,4} interrupt: .*|(?:[0-9a-f]{16} ){2,4}[0-9a-f]{16}|R:0 T:1.*|[#>]?[0-9a-f]{12,16}: [0-9a-f]{4,}.*)");

    private static final Pattern INDENTED = Pattern.compile(
            "(?:(?:ra|gp|t[0-6]|s\\d{1,2}|a[0-7]) ?: |r\\d{1,2}:|[0-9a-f]{16} [0-9a-f]{16}).*");

    private RegisterLines() {
    }

    /** Writes a line with the blanks that the kernel puts in front of it. */
    static void write(String line, KernelText out) {
        out.line(line.startsWith("LR = ") ? 4 : INDENTED.matcher(line).matches() ? 1 : 0, line);
    }

    /** Whether the stripped line is one of them. */
    static boolean matches(String line) {
        return line.length() > 4 && line.indexOf(':') > 0 && (X86.matcher(line).matches() || ARM.matcher(line).matches()
                || OTHER.matcher(line).matches()) || line.startsWith("Exception stack(0x")
                || line.length() > 30 && X86.matcher(line).matches();
    }
}
