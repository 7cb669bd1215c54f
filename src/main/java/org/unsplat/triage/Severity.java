package org.unsplat.triage;

/** How bad a kind of report is, worst first. */
public enum Severity {
    /** The kernel can hang or write to memory that is not its own. */
    CRITICAL,
    /** A rule is broken whose breach shows now and then. */
    MAJOR,
    /** A limit, a check of lockdep's own, a list of locks that accompanies something else. */
    MINOR;

    /** The severity of a kind. */
    public static Severity of(String kind) {
        return switch (kind) {
            case "lockdep-circular-dependency",
                    "lockdep-recursive-locking",
                    "lockdep-inconsistent-state",
                    "lockdep-irq-order",
                    "lockdep-irq-inversion",
                    "lockdep-held-lock-freed" -> CRITICAL;
            case "lockdep-held-locks", "lockdep-limit", "lockdep-internal", "lockdep-unknown" -> MINOR;
            default -> MAJOR;
        };
    }
}
