package org.unsplat.model;

import java.util.HashMap;
import java.util.Map;

/**
 * A kind of report: its slug in JSON, its severity, and whether lockdep is off after it. Titles and ids are decided where
 * they are made, in switches without a default, so that the compiler names every place that a new kind must be added to.
 */
public enum Kind {
    DATA_RACE("kcsan-data-race", Severity.MAJOR, false),
    ASSERT_RACE("kcsan-assert-race", Severity.MAJOR, false),
    CIRCULAR_DEPENDENCY("lockdep-circular-dependency", Severity.CRITICAL, true),
    RECURSIVE_LOCKING("lockdep-recursive-locking", Severity.CRITICAL, true),
    INCONSISTENT_STATE("lockdep-inconsistent-state", Severity.CRITICAL, true),
    IRQ_ORDER("lockdep-irq-order", Severity.CRITICAL, true),
    IRQ_INVERSION("lockdep-irq-inversion", Severity.CRITICAL, true),
    INVALID_WAIT_CONTEXT("lockdep-invalid-wait-context", Severity.MAJOR, true),
    BAD_UNLOCK_BALANCE("lockdep-bad-unlock-balance", Severity.MAJOR, true),
    BAD_CONTENTION("lockdep-bad-contention", Severity.MAJOR, true),
    HELD_LOCK_FREED("lockdep-held-lock-freed", Severity.CRITICAL, true),
    HELD_ON_USER_RETURN("lockdep-held-on-user-return", Severity.MAJOR, true),
    HELD_AT_EXIT("lockdep-held-at-exit", Severity.MAJOR, true),
    NESTED_LOCK_NOT_TAKEN("lockdep-nested-lock-not-taken", Severity.MAJOR, true),
    SUSPICIOUS_RCU("lockdep-suspicious-rcu", Severity.MAJOR, false),
    NON_STATIC_KEY("lockdep-non-static-key", Severity.MAJOR, true),
    INVALID_SUBCLASS("lockdep-invalid-subclass", Severity.MAJOR, true),
    LIMIT("lockdep-limit", Severity.MINOR, true),
    INTERNAL("lockdep-internal", Severity.MINOR, true),
    ASSERT("lockdep-assert", Severity.MAJOR, false),
    UNKNOWN("lockdep-unknown", Severity.MINOR, false),
    HELD_LOCKS("lockdep-held-locks", Severity.MINOR, false),
    /** A kind that a later version wrote into its JSON; assumed to turn lockdep off, as most of lockdep's kinds do. */
    OF_LATER_VERSION("", Severity.MAJOR, true);

    private static final Map<String, Kind> BY_SLUG = new HashMap<>();

    static {
        for (var kind : values()) {
            BY_SLUG.put(kind.slug, kind);
        }
    }

    private final String slug;
    private final String family;
    private final Severity severity;
    private final boolean turnsLockdepOff;

    Kind(String slug, Severity severity, boolean turnsLockdepOff) {
        this.slug = slug;
        this.family = slug.substring(0, Math.max(0, slug.indexOf('-')));
        this.severity = severity;
        this.turnsLockdepOff = turnsLockdepOff;
    }

    /** The kind with this slug, or {@link #OF_LATER_VERSION} if this version does not know it. */
    public static Kind of(String slug) {
        return BY_SLUG.getOrDefault(slug, OF_LATER_VERSION);
    }

    /** The name in JSON: the family, a hyphen, and the name within the family. */
    public String slug() {
        return slug;
    }

    /** {@code kcsan} or {@code lockdep}. */
    public String family() {
        return family;
    }

    /** How bad reports of the kind are. */
    public Severity severity() {
        return severity;
    }

    /** Whether lockdep is off after such a report, until the next boot. */
    public boolean turnsLockdepOff() {
        return turnsLockdepOff;
    }
}
