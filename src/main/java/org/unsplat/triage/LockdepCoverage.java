package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** What a report means for the rest of the run: lockdep switches itself off after most of its own. */
public final class LockdepCoverage {

    private LockdepCoverage() {}

    /** Whether lockdep is, or for all that is known may be, off from this report on. */
    public static boolean endsAt(Report report) {
        return report.family().equals("lockdep") && Kind.of(report.kind()).turnsLockdepOff();
    }

    /** Whether it is off for sure: of lockdep's warnings, some do not switch it off. */
    public static boolean certainlyEndsAt(Report report) {
        var warning = report.lockdep() == null ? null : report.lockdep().warning();
        return endsAt(report)
                && (warning == null
                        || warning.message() != null && warning.message().startsWith("DEBUG_"));
    }
}
