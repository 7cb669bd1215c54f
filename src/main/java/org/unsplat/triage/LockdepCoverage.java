package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** Whether lockdep is on after a report; it turns itself off after most of its own. */
public enum LockdepCoverage {
    GOES_ON,
    /** Lockdep may be off: some of its own warnings do not turn it off, and the text does not always show which. */
    MAY_END,
    ENDS;

    /** The state after this report. */
    public static LockdepCoverage after(Report report) {
        if (!report.family().equals("lockdep") || !Kind.of(report.kind()).turnsLockdepOff()) {
            return GOES_ON;
        }
        var warning = report.lockdep() == null ? null : report.lockdep().warning();
        var isSure = warning == null
                || warning.message() != null && warning.message().startsWith("DEBUG_");
        return isSure ? ENDS : MAY_END;
    }
}
