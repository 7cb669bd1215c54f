package org.unsplat.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The facts of a lockdep report. All kinds share this record; a part is null or empty where the kind does not print it.
 *
 * @param task the subject of the first sentence, "comm/pid is trying to acquire lock:"
 * @param action the verb of that sentence: acquire, lock, release, contend, change-state, take, free, ...
 * @param acquiring the lock of that sentence; its {@code at} is the place the sentence names
 * @param holding the locks after "but task is already holding lock:" and similar lines
 * @param notHolding the nest lock of "but this task is not holding:"
 * @param comparison what "the lock comparison function returns"
 * @param waitContext {@code context-{5:5}}
 * @param chain "the existing dependency chain"
 * @param cycle "Chain exists of:"
 * @param order every edge of a lock cycle, the edge that closes it last; empty if the report does not show all of them
 * @param registered the stack of "{X} state was registered at:"
 * @param newDependency "which would create a new lock dependency:"; empty where not printed
 * @param becameSafe the irq-safe lock
 * @param becameUnsafe the irq-unsafe lock
 * @param held one for each "N locks held by"
 * @param allTasks "Showing all locks held in the system:" was printed
 * @param turnedOff "INFO: lockdep is turned off." was printed in place of held locks
 * @param blocked one for each task that the hung task detector found in one round
 * @param blockers the tasks that these wait for, as the kernel prints them
 * @param suppressed "Future hung task reports are suppressed" was printed
 * @param contended locks that several tasks list in a dump of all tasks, at least one of them as its last
 * @param assertion the failed condition of {@code DEBUG_LOCKS_WARN_ON} or {@code lockdep_assert_*}
 * @param preemptionDisabledAt where preemption was disabled by a task that slept or scheduled nevertheless
 * @param preemptionInlinedInto the functions inlined into that place, innermost first, where symbolized
 * @param secondBacktrace the second copy of the backtrace that nested-lock-not-taken prints, and that warnings of 5.9 printed
 * @param heading the line above the frames, {@code Call Trace:} or {@code Call trace:}
 * @param modules the text after "Modules linked in:"
 * @param noModules "Modules linked in:" was printed without text after it
 * @param registers the register dump before the trace, as printed
 * @param before lines of prose before the headline, as printed
 * @param notes lines of prose after the headline, as printed
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
