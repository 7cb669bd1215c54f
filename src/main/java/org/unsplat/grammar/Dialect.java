package org.unsplat.grammar;

import java.util.List;
import java.util.regex.Pattern;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * Which kernel's way of printing a report follows: what can be told from the release, and from the report where the
 * release is a name such as {@code syzkaller}. A release that tells nothing counts as the newest.
 *
 * @param version major times 1000 plus minor
 * @param callTraceHead the line before the frames of a live trace, null where it was not printed
 */
public record Dialect(int version, String callTraceHead) {

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\D.*)?");
    private static final int NEWEST = 7002;

    public static Dialect of(Report report) {
        var kernel = report.system() == null ? null : report.system().kernel();
        return new Dialect(versionOf(kernel), report.lockdep() == null ? null : report.lockdep().heading());
    }

    private static int versionOf(String kernel) {
        var match = RELEASE.matcher(kernel == null ? "" : kernel);
        return match.matches() ? Integer.parseInt(match.group(1)) * 1000 + Integer.parseInt(match.group(2)) : NEWEST;
    }

    /** 4.4 and 4.9 call their reports INFO or BUG in brackets, and have rulers of their own lengths. */
    public static boolean isOld(Report report) {
        return report.headline().startsWith("[");
    }

    /** How many characters the taint string of the CPU line has after "Tainted: ". */
    int taintWidth() {
        return version < 4019 ? 16 : version < 6001 ? 18 : version < 6019 ? 19 : 20;
    }

    /** The blanks before the frames of a live trace: only those in brackets have none, but for old x86 and s390. */
    int frameMargin(boolean bracketed, List<StackFrame> frames) {
        var plain = !bracketed || version < 4012 && "Call Trace:".equals(callTraceHead);
        return plain && frames.stream().allMatch(frame -> frame.sp() == null) ? 1 : 0;
    }

    /** Before 4.12 x86 ends an interrupt's stack with EOI. */
    String closingMark(String stack, boolean bracketed) {
        return bracketed && version < 4012 ? stack.equals("IRQ") ? "<EOI>" : "<EOE>" : "</" + stack + ">";
    }
}
