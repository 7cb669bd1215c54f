package org.unsplat.scan;

import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.input.Line;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.LockdepCoverage;

/**
 * Whether lockdep is on. Its first report turns it off; so do a full table, a spinlock bug, and a taint that makes locks
 * unreliable. The boot self-tests, which provoke reports, turn it on again, and so does the next boot.
 */
final class LockdepState {

    private static final String UNTRUSTED = "Disabling lock debugging due to kernel taint";
    private InputInfo.LockdepOff off;

    /** The number of the last line that turned it on; a report from before that line may close after it. */
    private int onAt;

    /** Notes what a line of the log says about it. */
    void see(Line line) {
        var text = line.text();
        if (text.isEmpty()) {
            return;
        }
        switch (text.charAt(0)) {
            case 'G' -> resetIf(text.startsWith("Good, all ") && text.contains(" testcases passed!"), line);
            case 'L' ->
                resetIf(
                        text.startsWith("Lock dependency validator: Copyright") || text.startsWith("Linux version "),
                        line);
            case 'B' ->
                sayIf(isSpinlockBug(text), line.number(), "the kernel switches lockdep off before it reports: " + text);
            case 'D' -> sayIf(text.startsWith(UNTRUSTED), line.number(), "the kernel says: " + UNTRUSTED);
            case 'I' ->
                sayIf(text.startsWith(HeldLocksPiece.OFF_TEXT), line.number(), "the kernel says that it is turned off");
            default -> {}
        }
    }

    /** Whether it is from {@code spin_bug} or {@code rwlock_bug}; a suspected lockup does not turn lockdep off. */
    private static boolean isSpinlockBug(String text) {
        return (text.startsWith("BUG: spinlock ") || text.startsWith("BUG: rwlock "))
                && text.contains(" on CPU#")
                && !text.contains(" lockup");
    }

    /** Notes the effect of a report. */
    void see(Report report) {
        var first = report.where().first();
        var isCause = off == null || first < off.line() && report.where().last() >= off.line();
        var coverage = LockdepCoverage.after(report);
        if (coverage != LockdepCoverage.GOES_ON && first > onAt && isCause) {
            off = new InputInfo.LockdepOff(
                    first,
                    coverage == LockdepCoverage.ENDS
                            ? "lockdep switches itself off after it reports: " + report.headline()
                            : "lockdep warns of itself, and may have switched itself off: " + report.headline());
        }
    }

    /** Whether {@link #see(Report)} may find that a report with this span turned it off. */
    boolean mayBeSwitchedOffBy(Span span) {
        return span.kind().kind().turnsLockdepOff() && (off == null || span.first() < off.line());
    }

    InputInfo.LockdepOff off() {
        return off;
    }

    private void resetIf(boolean on, Line line) {
        off = on ? null : off;
        onAt = on ? line.number() : onAt;
    }

    private void sayIf(boolean says, int line, String reason) {
        off = says && off == null ? new InputInfo.LockdepOff(line, reason) : off;
    }
}
