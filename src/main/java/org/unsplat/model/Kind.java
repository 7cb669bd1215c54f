package org.unsplat.model;

import java.util.HashMap;
import java.util.Map;

/**
 * A kind of report: its slug in JSON, its severity, whether lockdep is off after it, what it means and what to do about it.
 * Titles and ids are decided where they are made, in switches without a default, so that the compiler names every place
 * that a new kind must be added to.
 */
public enum Kind {
    DATA_RACE(
            "kcsan-data-race",
            Severity.MAJOR,
            false,
            "Two contexts access the same memory at the same time, at least one of them writes, and at least"
                    + " one access is plain: the compiler may tear, merge or repeat it.",
            "Protect both sides with a lock, or mark intended races with READ_ONCE() and WRITE_ONCE(), or"
                    + " data_race() where any value will do."),
    ASSERT_RACE(
            "kcsan-assert-race",
            Severity.MAJOR,
            false,
            "An access breaks what ASSERT_EXCLUSIVE_WRITER() or ASSERT_EXCLUSIVE_ACCESS() says of the variable.",
            "Find out which side is wrong: the access, or the assertion."),
    CIRCULAR_DEPENDENCY(
            "lockdep-circular-dependency",
            Severity.CRITICAL,
            true,
            "Locks are taken in different orders on different paths. If the paths run at once, each waits for a"
                    + " lock that another holds: a deadlock.",
            "Choose one order and change the path that breaks it; the explanation names the edge that closes"
                    + " the cycle."),
    RECURSIVE_LOCKING(
            "lockdep-recursive-locking",
            Severity.CRITICAL,
            true,
            "A task takes a lock of a class of which it already holds one. If it is the same lock, it waits for"
                    + " itself.",
            "If the locks are different and ordered, say so with mutex_lock_nested() or a lockdep subclass;"
                    + " else do not take it twice."),
    INCONSISTENT_STATE(
            "lockdep-inconsistent-state",
            Severity.CRITICAL,
            true,
            "A lock is taken in an interrupt, and elsewhere with interrupts on. The interrupt may come while"
                    + " the lock is held, and then waits for ever.",
            "Turn the interrupts off wherever the lock is taken outside of them: spin_lock_irqsave() or"
                    + " spin_lock_bh()."),
    IRQ_ORDER(
            "lockdep-irq-order",
            Severity.CRITICAL,
            true,
            "A lock that interrupts take is held while one is taken that is held with interrupts on elsewhere."
                    + " An interrupt there closes a deadlock between two CPUs.",
            "Turn the interrupts off where the second lock is taken, or do not take it under the first."),
    IRQ_INVERSION(
            "lockdep-irq-inversion",
            Severity.CRITICAL,
            true,
            "An interrupt takes a lock that comes before another one in some order of locks, and that one is"
                    + " held with interrupts on elsewhere.",
            "Turn the interrupts off where the other lock is taken, or break the order between the two."),
    INVALID_WAIT_CONTEXT(
            "lockdep-invalid-wait-context",
            Severity.MAJOR,
            true,
            "A lock that may sleep, on PREEMPT_RT at least, is taken where sleeping is not allowed.",
            "Use a raw_spinlock_t for the inner lock if it is held for a short time, or take it elsewhere."),
    BAD_UNLOCK_BALANCE(
            "lockdep-bad-unlock-balance",
            Severity.MAJOR,
            true,
            "A task releases a lock that it does not hold.",
            "Look for an unlock too many, mostly on an error path."),
    BAD_CONTENTION(
            "lockdep-bad-contention",
            Severity.MAJOR,
            true,
            "A task waits for a lock, or gets it, without lockdep knowing that it began to take it.",
            "Look for a lock that is taken past its API, or for memory that was overwritten."),
    HELD_LOCK_FREED(
            "lockdep-held-lock-freed",
            Severity.CRITICAL,
            true,
            "Memory is freed or set up anew while a lock in it is held.",
            "Release the lock first, and make sure that nobody else uses the object."),
    HELD_ON_USER_RETURN(
            "lockdep-held-on-user-return",
            Severity.MAJOR,
            true,
            "A system call returns to user space with a lock held.",
            "Look for a path without the unlock, mostly an error path."),
    HELD_AT_EXIT(
            "lockdep-held-at-exit",
            Severity.MAJOR,
            true,
            "A task ends or freezes with a lock held, for which others then wait for ever.",
            "Look for a path without the unlock."),
    NESTED_LOCK_NOT_TAKEN(
            "lockdep-nested-lock-not-taken",
            Severity.MAJOR,
            true,
            "A lock is taken with a nest lock that is said to protect it, and that one is not held.",
            "Take the nest lock first, or correct the annotation."),
    SUSPICIOUS_RCU(
            "lockdep-suspicious-rcu",
            Severity.MAJOR,
            false,
            "A pointer under RCU is read, or a list walked, without the lock or read-side section that protects"
                    + " it.",
            "Put rcu_read_lock() around it, or name the lock that does protect it in rcu_dereference_check()."),
    NON_STATIC_KEY(
            "lockdep-non-static-key",
            Severity.MAJOR,
            true,
            "A lock is used that was never initialised, or whose key is not in static memory.",
            "Initialise it with spin_lock_init() or its kin before the first use."),
    INVALID_SUBCLASS(
            "lockdep-invalid-subclass",
            Severity.MAJOR,
            true,
            "A nesting level is larger than lockdep allows.",
            "Use a level below 8, or a lock class of its own."),
    LIMIT(
            "lockdep-limit",
            Severity.MINOR,
            true,
            "A table of lockdep is full, so that it switched itself off. The run shows nothing from here on.",
            "Raise the limit that is named, such as CONFIG_LOCKDEP_BITS, or find who makes so many classes."),
    INTERNAL(
            "lockdep-internal",
            Severity.MINOR,
            true,
            "A check of lockdep's own failed: its state does not fit what it sees.",
            "Look for a lock that is used past its API, for overwritten memory, or for a fault of lockdep."),
    ASSERT(
            "lockdep-assert",
            Severity.MAJOR,
            false,
            "A function that must be called with a lock held, or without it, was called otherwise.",
            "Take the lock in the caller that the backtrace names."),
    UNKNOWN("lockdep-unknown", Severity.MINOR, false, Unread.MEANING, Unread.REMEDY),
    HELD_LOCKS(
            "lockdep-held-locks",
            Severity.MINOR,
            false,
            "Other trouble, such as a hung task or sleeping in an atomic section, listed the locks that tasks"
                    + " hold.",
            "Begin with the trouble that the headline names; the explanation says who probably holds the lock."),
    /** A kind that a later version wrote into its JSON; assumed to turn lockdep off, as most of lockdep's kinds do. */
    OF_LATER_VERSION("", Severity.MAJOR, true, Unread.MEANING, Unread.REMEDY);

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
    private final String meaning;
    private final String remedy;

    /** The texts of a kind that this version cannot read. A class of its own, for constants cannot use fields below them. */
    private static final class Unread {
        static final String MEANING = "A warning of lockdep that this version of unsplat does not know.";
        static final String REMEDY = "Read the report itself; a newer version may take it apart.";
    }

    Kind(String slug, Severity severity, boolean turnsLockdepOff, String meaning, String remedy) {
        this.slug = slug;
        this.family = slug.substring(0, Math.max(0, slug.indexOf('-')));
        this.severity = severity;
        this.turnsLockdepOff = turnsLockdepOff;
        this.meaning = meaning;
        this.remedy = remedy;
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

    /** What such a report means, for people who do not see them every day. */
    public String meaning() {
        return meaning;
    }

    /** What to do about one. */
    public String remedy() {
        return remedy;
    }
}
