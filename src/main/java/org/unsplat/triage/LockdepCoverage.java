package org.unsplat.triage;

import java.util.Set;
import org.unsplat.model.Report;

/** What a report means for the rest of the run: lockdep switches itself off after most of its own. */
public final class LockdepCoverage {

    private static final Set<String> HARMLESS =
            Set.of("lockdep-suspicious-rcu", "lockdep-assert", "lockdep-held-locks", "lockdep-unknown");

    private LockdepCoverage() {}

    /** Whether lockdep is, or for all that is known may be, off from this report on. */
    public static boolean endsAt(Report report) {
        return report.family().equals("lockdep") && !HARMLESS.contains(report.kind());
    }

    /** Whether it is off for sure: of lockdep's warnings, some do not switch it off. */
    public static boolean certainlyEndsAt(Report report) {
        var warning = report.lockdep() == null ? null : report.lockdep().warning();
        return endsAt(report)
                && (warning == null
                        || warning.message() != null && warning.message().startsWith("DEBUG_"));
    }
}
