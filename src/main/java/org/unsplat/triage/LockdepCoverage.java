package org.unsplat.triage;

import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** What a report means for the rest of the run: lockdep switches itself off after most of its own. */
public final class LockdepCoverage {

    private LockdepCoverage() {}

    /** Whether lockdep is off from this report on. */
    public static boolean endsAt(Report report) {
        return report.family().equals("lockdep") && Kind.of(report.kind()).turnsLockdepOff();
    }
}
