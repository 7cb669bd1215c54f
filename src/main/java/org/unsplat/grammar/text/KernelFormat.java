package org.unsplat.grammar.text;

import java.util.List;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The print format of the kernel version that a report comes from. It is derived from the release, and from the report where
 * the release is only a name such as {@code syzkaller}; such a release counts as the newest version.
 *
 * @param version major times 1000 plus minor: 6.12 is 6012
 * @param callTraceHead the line above the frames of a live trace, null if none was printed
 * @param s390 whether unreliable frames are in parentheses and reliable ones end with a blank
 * @param words whether raw stack words precede the trace, below "Stack:"
 */
public record KernelFormat(int version, String callTraceHead, boolean s390, boolean words) {

    private static final Regex RELEASE = new Regex("(?d)(\\d{1,3})\\.(\\d{1,3})(?:\\D.*)?");
    private static final Regex S390 = new Regex("(?d)IBM .*\\((?:KVM/Linux|LPAR|z/VM[^)]*)\\)");
    private static final int NEWEST = 7002;

    public static KernelFormat of(Report report) {
        var system = report.system();
        var facts = report.lockdep();
        var hardware = system == null ? null : system.hardware();
        return new KernelFormat(
                versionOf(system == null ? null : system.kernel()),
                facts == null ? null : heading(facts),
                hardware != null && S390.matcher(hardware).matches(),
                facts != null && facts.registers().contains("Stack:"));
    }

    /** The line above the frames of the report's own trace, or of the first hung task's trace. */
    private static String heading(Lockdep facts) {
        return facts.blocked().isEmpty()
                ? facts.heading()
                : facts.blocked().get(0).heading();
    }

    public static int versionOf(String kernel) {
        var match = RELEASE.matcher(kernel == null ? "" : kernel);
        return match.matches() ? Integer.parseInt(match.group(1)) * 1000 + Integer.parseInt(match.group(2)) : NEWEST;
    }

    /** Whether the headline is that of 4.9 or older: INFO or BUG in brackets, with rulers of other lengths. */
    public static boolean isOld(Report report) {
        return report.headline().startsWith("[");
    }

    /** The number of characters of the taint string after "Tainted: ". */
    public int taintWidth() {
        if (version < 6001) {
            return version < 4019 ? 16 : 18;
        }
        return version < 6019 ? 19 : 20;
    }

    /** {@code %pS} of NULL. */
    public String nullSymbol() {
        return version < 5004 ? "(null)" : "0x0";
    }

    /** Whether the message of a warning comes before the "cut here" line, as in 4.12 to 4.18. */
    public boolean printsMessageFirst() {
        return version >= 4012 && version < 4019;
    }

    /** Whether printk joins the next line to a line without a newline; from 4.9 on the next line must ask for it. */
    public boolean gluesLines() {
        return version < 4009;
    }

    /** Whether the name of a stack is on the line of its first frame, as x86 printed it in 4.8 and older. */
    public boolean gluesMarks(boolean bracketed) {
        return bracketed && gluesLines();
    }

    /**
     * The number of blanks before the frames of a live trace. Most architectures print none before an address in brackets.
     */
    public int frameMargin(boolean bracketed, List<StackFrame> frames) {
        if (frames.stream().anyMatch(frame -> frame.sp() != null || frame.calleeAddress() != null)) {
            return 0;
        }
        if (!bracketed) {
            return "Stack Trace:".equals(callTraceHead) ? 2 : 1;
        }
        var indents = s390
                || words
                || "Backtrace:".equals(callTraceHead)
                || "Call Trace:".equals(callTraceHead) && version < 4012
                || "Call trace:".equals(callTraceHead) && version >= 4012;
        return indents ? 1 : 0;
    }

    /** The mark at the end of a stack. Before 4.12 x86 prints EOI after an interrupt and EOE after an exception. */
    public String closingMark(String stack, boolean bracketed) {
        if (!bracketed || version >= 4012) {
            return "</" + stack + ">";
        }
        return stack.equals("IRQ") ? "<EOI>" : version < 4009 ? "<<EOE>>" : "<EOE>";
    }
}
