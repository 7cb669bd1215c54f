package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** What a report means for the rest of the run: lockdep switches itself off after most of its own. */
public enum LockdepCoverage {

    /** Lockdep goes on. */
    GOES_ON,
    /** It may be off: of its own warnings, some do not switch it off, and the text does not always tell. */
    MAY_END,
    /** It is off. */
    ENDS;

    /** Whether lockdep is on after this report. */
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
