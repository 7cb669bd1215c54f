package org.unsplat.lockdep;

import java.util.List;
import java.util.Map;
import org.unsplat.grammar.oops.AssertionText;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Assertion;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Kind;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** Explains a failed check: its rule, its place, and the caller of its function. */
final class AssertionExplanation {

    /** The rules of the macros in lockdep.h by the condition that the kernel prints, which is their source text. */
    private static final Map<String, String> RULES = Map.of(
            "!this_cpu_read(hardirqs_enabled)", "that interrupts are enabled, and they are not",
            "this_cpu_read(hardirqs_enabled)", "that interrupts are disabled, and they are not",
            "!this_cpu_read(hardirq_context)", "that it runs in a hard interrupt, and it does not",
            "(this_cpu_read(hardirq_context) || !this_cpu_read(hardirqs_enabled))",
                    "that it runs outside of hard interrupts and with interrupts enabled, and it does not",
            "(preempt_count() != 0 || !this_cpu_read(hardirqs_enabled))", "that preemption is enabled, and it is not",
            "(preempt_count() == 0 && this_cpu_read(hardirqs_enabled))", "that preemption is disabled, and it is not",
            "(!in_softirq() || in_irq() || in_nmi())",
                    "that it runs in a softirq or with softirqs disabled, and it does not",
            "(!in_softirq() || in_hardirq() || in_nmi())",
                    "that it runs in a softirq or with softirqs disabled, and it does not",
            "!in_interrupt()", "that it runs in an interrupt or with softirqs disabled, and it does not");

    private static final Map<String, String> SENTENCES = Map.of(
            "IRQs not enabled as expected", "that interrupts are enabled, and they are not",
            "IRQs not disabled as expected", "that interrupts are disabled, and they are not",
            "Not in hardirq as expected", "that it runs in a hard interrupt, and it does not");

    private static final Regex GUARD = new Regex("(?:IS_ENABLED\\(CONFIG_PREEMPT_COUNT\\) && )?__lockdep_enabled && ");
    private static final Regex HELD =
            new Regex("debug_locks && !\\(?lock(?:dep)?_is_held\\(L\\)(?:\\)| != (?:0|LOCK_STATE_NOT_HELD)\\))?");
    private static final Regex NOT_HELD =
            new Regex("debug_locks && !\\(lock(?:dep)?_is_held\\(L\\) != (?:1|LOCK_STATE_HELD)\\)");
    private static final Regex HELD_AS =
            new Regex("debug_locks && !\\(?lock(?:dep)?_is_held_type\\(L, *\\(?([01])\\)?\\)\\)?");
    /** A lock points to itself after its initialization, with CONFIG_DEBUG_MUTEXES and CONFIG_DEBUG_RWSEMS. */
    private static final Regex MAGIC = new Regex("(\\w+)->magic != \\1");

    private static final Regex KEY = new Regex("BUG: key \\S+ (?:has not been registered|not in \\.data)!");

    /** The checks in rwsem.c. */
    private static final Map<String, String> SEMAPHORES = Map.of(
            "!is_rwsem_reader_owned(sem)", "no reader owns the semaphore",
            "(rwsem_owner(sem) != current) && !rwsem_test_oflags(sem, RWSEM_NONSPINNABLE)",
                    "the task does not own the semaphore for writing",
            "rwsem_owner(sem) != current", "the task does not own the semaphore for writing",
            "tmp < 0", "the count of the semaphore is below zero");

    private AssertionExplanation() {}

    static String of(Report report) {
        var warning = report.lockdep().warning();
        var at = warning == null ? null : warning.at();
        if (at == null || at.function() == null) {
            return null;
        }
        var assertion = report.lockdep().assertion();
        var found = Kind.of(report.kind()) == Kind.ASSERT
                ? required(assertion, warning.message())
                : checked(report.lockdep());
        var caller = caller(report, at);
        return found == null
                ? null
                : Explanations.place(at) + found
                        + (caller == null ? "" : "; it was called from " + Explanations.place(caller)) + ".";
    }

    private static String required(Assertion assertion, String message) {
        if (assertion == null) {
            return SENTENCES.containsKey(message) ? " requires " + SENTENCES.get(message) : null;
        }
        var expression = assertion.expression();
        var rule = RULES.get(GUARD.matcher(expression).replaceFirst(""));
        if (rule == null && assertion.lock() != null) {
            rule = ofLock(AssertionText.shape(expression), assertion.lock());
        }
        return rule == null ? " asserts that this is not so: " + expression : " requires " + rule;
    }

    private static String ofLock(String shape, String lock) {
        var type = HELD_AS.matcher(shape);
        if (type.matches()) {
            return "that the task holds " + lock + (type.group(1).equals("0") ? " for writing" : " for reading")
                    + ", and it does not";
        }
        return HELD.matches(shape)
                ? "that the task holds " + lock + ", and it does not"
                : NOT_HELD.matches(shape) ? "that the task does not hold " + lock + ", and it does" : null;
    }

    /** What the check found. If its condition is the constant 1, only the line before it may tell. */
    private static String checked(Lockdep facts) {
        var assertion = facts.assertion();
        if (assertion == null) {
            return null;
        }
        if (assertion.expression().equals("1")) {
            return isOfKey(facts.before())
                    ? " initialises a lock whose key is neither static nor registered with lockdep_register_key()"
                    : null;
        }
        var found = " found " + assertion.expression();
        if (MAGIC.matches(assertion.expression())) {
            return found + ": the lock was never initialised, or it was destroyed or overwritten";
        }
        var semaphore = SEMAPHORES.get(assertion.expression());
        if (semaphore != null) {
            return found + ": " + semaphore;
        }
        return found + (isIrqCheck(facts) ? ": " + irqRecord(assertion.expression()) : ", which must not be so here");
    }

    /** Whether {@code check_flags} failed, which compares lockdep's record of irqs with the state of the CPU. */
    private static boolean isIrqCheck(Lockdep facts) {
        var at = facts.warning() == null ? null : facts.warning().at();
        return at != null
                && at.function() != null
                && FrameRole.plainName(at.function()).equals("check_flags");
    }

    private static String irqRecord(String expression) {
        return expression.contains("softirqs")
                ? "lockdep's record of whether softirqs are enabled and the preemption count differ"
                : "lockdep's record of whether interrupts are enabled and the state of the CPU differ";
    }

    private static boolean isOfKey(List<String> before) {
        return before != null && before.stream().anyMatch(KEY::matches);
    }

    /** The caller of the function. x86 leaves the function itself out of the trace, because the registers show it. */
    private static StackFrame caller(Report report, StackFrame at) {
        var frames = Backtrace.frames(report.backtrace());
        for (var i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).reliable() && at.function().equals(frames.get(i).function())) {
                return StackPath.first(frames.subList(i + 1, frames.size()));
            }
        }
        var isInRegisters = report.lockdep().registers().stream()
                .anyMatch(line -> line.startsWith("RIP: ") && line.contains(":" + at.function() + "+"));
        return isInRegisters ? StackPath.first(frames) : null;
    }
}
