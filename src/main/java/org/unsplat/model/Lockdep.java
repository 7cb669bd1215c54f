package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The facts of a lockdep report: one record for all kinds, each part there where the kind prints it.
 *
 * @param task that the first sentence is about
 * @param action the verb of that sentence: acquire, lock, release, contend, change-state, take, free, ...
 * @param acquiring the lock of that sentence; {@code at} the place it names
 * @param holding "but task is already holding", and its kin
 * @param notHolding the nest lock of "but this task is not holding:"
 * @param comparison what "the lock comparison function returns"
 * @param waitContext {@code context-{5:5}}
 * @param chain "the existing dependency chain"
 * @param cycle "Chain exists of:"
 * @param order every edge of a cycle of locks, the one that closes it last; empty where none is told whole
 * @param registered the stack of "{X} state was registered at:"
 * @param newDependency "which would create a new lock dependency:"; empty where not printed
 * @param becameSafe the irq-safe lock
 * @param becameUnsafe the irq-unsafe lock
 * @param held one for each "N locks held by"
 * @param allTasks "Showing all locks held in the system:" was printed
 * @param turnedOff "INFO: lockdep is turned off." stands in place of held locks
 * @param blocked one for each task that the hung task detector found in one round
 * @param blockers whom these tasks wait for, as the kernel says
 * @param suppressed "Future hung task reports are suppressed" was printed
 * @param contended the locks that several tasks list in a dump of all tasks, and one of them lists last
 * @param assertion the condition of the check that failed, of {@code DEBUG_LOCKS_WARN_ON} or {@code lockdep_assert_*}
 * @param preemptionDisabledAt where it was, of a task that slept or scheduled with preemption disabled
 * @param preemptionInlinedInto functions inlined into that place, innermost first, where symbolised
 * @param secondBacktrace nested-lock-not-taken prints its backtrace twice, and so did warnings of 5.9
 * @param heading the line before the frames, {@code Call Trace:} or {@code Call trace:}
 * @param modules the text after "Modules linked in:"
 * @param noModules there was no text after it
 * @param registers register dump before the trace
 * @param before lines in words before the headline, as printed
 * @param notes lines in words after the headline, as printed
 */
@RecordBuilder
public record Lockdep(
        Task task,
        String action,
        Lock acquiring,
        List<Lock> holding,
        String notHolding,
        Integer comparison,
        WaitTypes waitContext,
        Chain chain,
        List<String> cycle,
        List<OrderEdge> order,
        Scenario scenario,
        Usage usage,
        Backtrace registered,
        List<Lock> newDependency,
        IrqSafety becameSafe,
        IrqSafety becameUnsafe,
        List<HeldLocks> held,
        boolean allTasks,
        boolean turnedOff,
        List<BlockedTask> blocked,
        List<Blocker> blockers,
        boolean suppressed,
        List<ContendedLock> contended,
        List<Dependencies> dependencies,
        IrqTrace irqTrace,
        RcuUsage rcu,
        FreedRange freed,
        Limit limit,
        Warning warning,
        Assertion assertion,
        StackFrame preemptionDisabledAt,
        List<StackFrame> preemptionInlinedInto,
        Backtrace secondBacktrace,
        String heading,
        String modules,
        boolean noModules,
        List<String> registers,
        List<String> before,
        List<String> notes) {}
