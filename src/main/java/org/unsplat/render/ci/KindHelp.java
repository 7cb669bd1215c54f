package org.unsplat.render.ci;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Explains a kind of report, and what to do about it, to readers of a CI who rarely see such reports.
 *
 * @param page in the kernel's documentation
 */
public record KindHelp(String meaning, String remedy, String page) {

    /** The page about the tools that print the reports. */
    static final String KERNEL_TOOLS = "https://docs.kernel.org/dev-tools/index.html";

    private static final String KCSAN = "https://docs.kernel.org/dev-tools/kcsan.html";
    private static final String LOCKDEP = "https://docs.kernel.org/locking/lockdep-design.html";
    private static final String RCU = "https://docs.kernel.org/RCU/lockdep-splat.html";
    private static final Pattern WORD = Pattern.compile("(?:^|-)([a-z])");

    private static final KindHelp OTHER = lockdep(
            "A warning of lockdep that this version of unsplat does not know.",
            "Read the report itself; a newer version may take it apart.");

    private static final Map<String, KindHelp> ALL = Map.ofEntries(
            entry(
                    "kcsan-data-race",
                    new KindHelp(
                            "Two contexts access the same memory at the same time, at least one of them writes, and at least one"
                                    + " access is plain: the compiler may tear, merge or repeat it.",
                            "Protect both sides with a lock, or mark intended races with READ_ONCE() and WRITE_ONCE(), or"
                                    + " data_race() where any value will do.",
                            KCSAN)),
            entry(
                    "kcsan-assert-race",
                    new KindHelp(
                            "An access breaks what ASSERT_EXCLUSIVE_WRITER() or ASSERT_EXCLUSIVE_ACCESS() says of the variable.",
                            "Find out which side is wrong: the access, or the assertion.",
                            KCSAN)),
            entry(
                    "lockdep-circular-dependency",
                    lockdep(
                            "Locks are taken in different orders on different paths. If the paths run at once, each waits for a"
                                    + " lock that another holds: a deadlock.",
                            "Choose one order and change the path that breaks it; the explanation names the edge that closes the"
                                    + " cycle.")),
            entry(
                    "lockdep-recursive-locking",
                    lockdep(
                            "A task takes a lock of a class of which it already holds one. If it is the same lock, it waits for"
                                    + " itself.",
                            "If the locks are different and ordered, say so with mutex_lock_nested() or a lockdep subclass; else"
                                    + " do not take it twice.")),
            entry(
                    "lockdep-inconsistent-state",
                    lockdep(
                            "A lock is taken in an interrupt, and elsewhere with interrupts on. The interrupt may come while the"
                                    + " lock is held, and then waits for ever.",
                            "Turn the interrupts off wherever the lock is taken outside of them: spin_lock_irqsave() or"
                                    + " spin_lock_bh().")),
            entry(
                    "lockdep-irq-order",
                    lockdep(
                            "A lock that interrupts take is held while one is taken that is held with interrupts on elsewhere. An"
                                    + " interrupt there closes a deadlock between two CPUs.",
                            "Turn the interrupts off where the second lock is taken, or do not take it under the first.")),
            entry(
                    "lockdep-irq-inversion",
                    lockdep(
                            "An interrupt takes a lock that comes before another one in some order of locks, and that one is held"
                                    + " with interrupts on elsewhere.",
                            "Turn the interrupts off where the other lock is taken, or break the order between the two.")),
            entry(
                    "lockdep-invalid-wait-context",
                    lockdep(
                            "A lock that may sleep, on PREEMPT_RT at least, is taken where sleeping is not allowed.",
                            "Use a raw_spinlock_t for the inner lock if it is held for a short time, or take it elsewhere.")),
            entry(
                    "lockdep-bad-unlock-balance",
                    lockdep(
                            "A task releases a lock that it does not hold.",
                            "Look for an unlock too many, mostly on an error path.")),
            entry(
                    "lockdep-bad-contention",
                    lockdep(
                            "A task waits for a lock, or gets it, without lockdep knowing that it began to take it.",
                            "Look for a lock that is taken past its API, or for memory that was overwritten.")),
            entry(
                    "lockdep-held-lock-freed",
                    lockdep(
                            "Memory is freed or set up anew while a lock in it is held.",
                            "Release the lock first, and make sure that nobody else uses the object.")),
            entry(
                    "lockdep-held-on-user-return",
                    lockdep(
                            "A system call returns to user space with a lock held.",
                            "Look for a path without the unlock, mostly an error path.")),
            entry(
                    "lockdep-held-at-exit",
                    lockdep(
                            "A task ends or freezes with a lock held, for which others then wait for ever.",
                            "Look for a path without the unlock.")),
            entry(
                    "lockdep-nested-lock-not-taken",
                    lockdep(
                            "A lock is taken with a nest lock that is said to protect it, and that one is not held.",
                            "Take the nest lock first, or correct the annotation.")),
            entry(
                    "lockdep-suspicious-rcu",
                    new KindHelp(
                            "A pointer under RCU is read, or a list walked, without the lock or read-side section that protects it.",
                            "Put rcu_read_lock() around it, or name the lock that does protect it in rcu_dereference_check().",
                            RCU)),
            entry(
                    "lockdep-non-static-key",
                    lockdep(
                            "A lock is used that was never initialised, or whose key is not in static memory.",
                            "Initialise it with spin_lock_init() or its kin before the first use.")),
            entry(
                    "lockdep-invalid-subclass",
                    lockdep(
                            "A nesting level is larger than lockdep allows.",
                            "Use a level below 8, or a lock class of its own.")),
            entry(
                    "lockdep-limit",
                    lockdep(
                            "A table of lockdep is full, so that it switched itself off. The run shows nothing from here on.",
                            "Raise the limit that is named, such as CONFIG_LOCKDEP_BITS, or find who makes so many classes.")),
            entry(
                    "lockdep-internal",
                    lockdep(
                            "A check of lockdep's own failed: its state does not fit what it sees.",
                            "Look for a lock that is used past its API, for overwritten memory, or for a fault of lockdep.")),
            entry(
                    "lockdep-assert",
                    lockdep(
                            "A function that must be called with a lock held, or without it, was called otherwise.",
                            "Take the lock in the caller that the backtrace names.")),
            entry(
                    "lockdep-held-locks",
                    lockdep(
                            "Other trouble, such as a hung task or sleeping in an atomic section, listed the locks that tasks hold.",
                            "Begin with the trouble that the headline names; the explanation says who probably holds the lock.")),
            entry("lockdep-unknown", OTHER));

    private static KindHelp lockdep(String meaning, String remedy) {
        return new KindHelp(meaning, remedy, LOCKDEP);
    }

    /** The help for a kind; general help for a kind of a later version. */
    public static KindHelp of(String kind) {
        return ALL.getOrDefault(kind, OTHER);
    }

    /** The kind as the name of a rule: {@code KcsanDataRace}. */
    static String name(String kind) {
        return WORD.matcher(kind).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** The heading of the alerts of a kind: {@code KCSAN: data race}, {@code lockdep: suspicious RCU}. */
    public static String title(String kind) {
        var dash = kind.indexOf('-');
        var family = kind.substring(0, Math.max(dash, 0));
        var words = kind.substring(dash + 1).replace('-', ' ').replaceFirst("\\brcu\\b", "RCU");
        return family.isEmpty() ? words : (family.equals("kcsan") ? "KCSAN" : family) + ": " + words;
    }
}
