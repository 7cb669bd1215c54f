package org.unsplat.grammar.text;

import java.util.List;
import org.unsplat.classify.Regex;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * Which kernel's way of printing a report follows: what can be told from the release, and from the report where the
 * release is a name such as {@code syzkaller}. A release that tells nothing counts as the newest.
 *
 * @param version major times 1000 plus minor
 * @param callTraceHead the line before the frames of a live trace, null where it was not printed
 * @param s390 whether unreliable frames stand in parentheses, and reliable ones have a blank behind
 * @param words whether raw stack words stand before the trace, below "Stack:"
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

    /** The line above the frames of the report's own trace, or of the first hung task's. */
    private static String heading(Lockdep facts) {
        return facts.blocked().isEmpty()
                ? facts.heading()
                : facts.blocked().get(0).heading();
    }

    public static int versionOf(String kernel) {
        var match = RELEASE.matcher(kernel == null ? "" : kernel);
        return match.matches() ? Integer.parseInt(match.group(1)) * 1000 + Integer.parseInt(match.group(2)) : NEWEST;
    }

    /** 4.4 and 4.9 call their reports INFO or BUG in brackets, and have rulers of their own lengths. */
    public static boolean isOld(Report report) {
        return report.headline().startsWith("[");
    }

    /** How many characters the taint string of the CPU line has after "Tainted: ". */
    public int taintWidth() {
        if (version < 6001) {
            return version < 4019 ? 16 : 18;
        }
        return version < 6019 ? 19 : 20;
    }

    /** What {@code %pS} makes of NULL. */
    public String nullSymbol() {
        return version < 5004 ? "(null)" : "0x0";
    }

    /** 4.12 and 4.14 print a warning's message above the line that cuts. */
    public boolean printsMessageFirst() {
        return version >= 4012 && version < 4019;
    }

    /** Up to 4.8 a line without a newline was glued to the next one, which needed no mark for that. */
    public boolean gluesLines() {
        return version < 4009;
    }

    /** So x86 printed a stack's name in front of its first frame. */
    public boolean gluesMarks(boolean bracketed) {
        return bracketed && gluesLines();
    }

    /**
     * The blanks before the frames of a live trace, which most architectures leave out before an address in brackets.
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

    /** Before 4.12 x86 ends an interrupt's stack with EOI, and an exception's with EOE. */
    public String closingMark(String stack, boolean bracketed) {
        if (!bracketed || version >= 4012) {
            return "</" + stack + ">";
        }
        return stack.equals("IRQ") ? "<EOI>" : version < 4009 ? "<<EOE>>" : "<EOE>";
    }
}
