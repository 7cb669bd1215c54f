package org.unsplat.lockdep;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Dependencies;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * Describes how a lock was used with respect to an irq, as far as the stack shows it: "taken in a hardirq", "held when
 * hardirqs were enabled". Both taking a lock with the irq on and enabling the irq while it is held make it irq-unsafe, and
 * both set the same usage state.
 */
public final class IrqUse {

    private static final List<String> IRQS = List.of("HARDIRQ", "SOFTIRQ", "RECLAIM_FS");

    /** Why a stack called lockdep. */
    private enum Cause {
        /** The lock was taken. */
        TAKING,
        /** Hardirqs were enabled; this also marks usage with softirqs on. */
        ENABLING_HARDIRQS,
        ENABLING_SOFTIRQS,
        /** One of the two was enabled, or memory is allocated in a way that may enter reclaim. */
        ENABLING,
        /** The stack does not show it. */
        UNKNOWN
    }

    private IrqUse() {}

    /** How this stack put a lock into a usage state, {@code HARDIRQ-ON-W}. */
    public static String of(String state, List<StackFrame> stack) {
        return of(state, cause(stack));
    }

    private static String of(String state, Cause cause) {
        return isOn(state)
                ? on(IrqPhrases.irq(state) + (isRead(state) ? "-READ" : ""), cause)
                : "taken " + IrqPhrases.state(state);
    }

    /** How the report's task put the lock into the usage state just now. */
    public static String ofNow(String state, Report report) {
        return of(state, causeNow(report));
    }

    /** How the report's task made the lock irq-unsafe just now. */
    public static String onNow(String irq, Report report) {
        return on(irq, causeNow(report));
    }

    /** How this stack made a lock irq-unsafe; {@code irq} is {@code HARDIRQ}, or {@code HARDIRQ-READ} for a read lock. */
    public static String on(String irq, List<StackFrame> stack) {
        return on(irq, cause(stack));
    }

    private static String on(String irq, Cause cause) {
        return switch (cause) {
            case TAKING -> "taken " + IrqPhrases.on(irq);
            case ENABLING_HARDIRQS -> held(irq, "hardirq");
            case ENABLING_SOFTIRQS -> held(irq, "softirq");
            case ENABLING, UNKNOWN -> "held " + IrqPhrases.on(irq);
        };
    }

    /** The irq in question is named as well if it is not the one that was enabled: softirqs need hardirqs on, too. */
    private static String held(String irq, String enabled) {
        return "held"
                + (IrqPhrases.name(irq).equals(enabled)
                        ? irq.endsWith("-READ") ? " for reading" : ""
                        : " " + IrqPhrases.on(irq))
                + " when " + enabled + "s were enabled";
    }

    /** The same with the function that did it. */
    static String onBy(String irq, List<StackFrame> stack) {
        return on(irq, stack) + Explanations.by(StackPath.caller(stack));
    }

    /** Whether the irq of the state is on, and the report does not show that the lock is being taken just now. */
    static boolean isHeldNow(String state, Report report) {
        return isOn(state) && causeNow(report) != Cause.TAKING;
    }

    /** Where the lock got this state just now: where it was taken, or where the irq was enabled. */
    public static StackFrame placeNow(String state, Report report) {
        var trace = Explanations.trace(report);
        return isHeldNow(state, report)
                ? StackPath.caller(trace)
                : StackPath.taker(StackPath.place(report.lockdep().acquiring()), trace);
    }

    /** If the backtrace does not show it, the held locks do: {@code __lock_acquire} marks a lock before it lists it. */
    private static Cause causeNow(Report report) {
        var cause = cause(Explanations.trace(report));
        return cause == Cause.UNKNOWN && isUnlisted(report.lockdep()) ? Cause.TAKING : cause;
    }

    private static boolean isUnlisted(Lockdep facts) {
        var wanted = facts.acquiring();
        if (wanted == null || wanted.classText() == null || facts.held().isEmpty()) {
            return false;
        }
        var list = facts.held().get(0);
        return list.locks().size() == list.declared()
                && list.locks().stream().noneMatch(lock -> wanted.classText().equals(lock.classText()));
    }

    /** The stack that made a lock irq-safe, or irq-unsafe; an inversion prints it with the dependencies. */
    public static List<StackFrame> stackOf(Report report, IrqSafety safety, boolean in) {
        if (!safety.stack().isEmpty() || safety.lock() == null) {
            return safety.stack();
        }
        var irq = safety.state().replaceFirst("-READ$", "");
        var state = in ? "IN-" + irq : irq + "-ON";
        return report.lockdep().dependencies().stream()
                .flatMap(block -> block.locks().stream())
                .filter(entry ->
                        Objects.equals(entry.lock().classText(), safety.lock().classText()))
                .flatMap(entry -> entry.usages().stream())
                .filter(usage -> usage.state().startsWith(state))
                .map(Dependencies.StateAt::stack)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isOn(String state) {
        return state.toUpperCase(Locale.ROOT).contains("-ON");
    }

    private static boolean isRead(String state) {
        return state.toUpperCase(Locale.ROOT).endsWith("-R");
    }

    /**
     * The irq of this lock in a report about two locks, with {@code -READ} if it was only used for reading. The printed word
     * belongs to the other lock.
     *
     * @param in whether the lock was used in the irq, and not with it on
     */
    public static String irqOf(Lock lock, String printed, boolean in) {
        var irq = printed.replaceFirst("-READ$", "");
        var usage = lock == null ? null : lock.usage();
        var at = IRQS.indexOf(irq) * 2;
        if (usage == null || at < 0 || at + 1 >= usage.length()) {
            return irq;
        }
        var letters = in ? "-?" : "+?";
        var writes = letters.indexOf(usage.charAt(at)) >= 0;
        var reads = letters.indexOf(usage.charAt(at + 1)) >= 0;
        return reads && !writes ? irq + "-READ" : irq;
    }

    private static Cause cause(List<StackFrame> stack) {
        for (var at = 0; at < stack.size(); at++) {
            var frame = stack.get(at);
            if (!frame.reliable() || frame.function() == null) {
                continue;
            }
            var role = FrameRole.of(frame);
            var name = FrameRole.plainName(frame.function());
            if (name.startsWith("mark_held_locks")
                    || name.contains("irqs_on")
                    || name.startsWith("lockdep_trace_alloc")) {
                return enabled(stack.subList(at, stack.size()));
            }
            var locks = role == FrameRole.LOCKING && !name.contains("unlock");
            if (locks || name.startsWith("lock_acquire") || name.startsWith("__lock_acquire")) {
                return Cause.TAKING;
            }
            if (role.isCode() || role == FrameRole.ENTRY) {
                break;
            }
        }
        return Cause.UNKNOWN;
    }

    /** The irq that lockdep was told about, by the innermost frame that shows one. */
    private static Cause enabled(List<StackFrame> stack) {
        for (var frame : stack) {
            var name = frame.function() == null ? "" : FrameRole.plainName(frame.function());
            if (name.contains("softirqs_on") || name.contains("local_bh_enable")) {
                return Cause.ENABLING_SOFTIRQS;
            }
            if (name.contains("hardirqs_on")) {
                return Cause.ENABLING_HARDIRQS;
            }
            if (StackPath.tells(frame)) {
                break;
            }
        }
        return Cause.ENABLING;
    }
}
