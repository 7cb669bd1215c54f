package org.unsplat.triage;

import java.util.Set;
import org.unsplat.model.Report;

/** What a report means for the rest of the run: lockdep switches itself off after most of its own. */
public final class LockdepCoverage {

    private static final Set<String> HARMLESS =
            Set.of("lockdep-suspicious-rcu", "lockdep-held-locks", "lockdep-unknown");

    private LockdepCoverage() {}

    /** Whether lockdep is off from this report on. */
    public static boolean endsAt(Report report) {
        return report.family().equals("lockdep") && !HARMLESS.contains(report.kind());
    }
}
