package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.StackFrame;

/**
 * Whether a report is of a kernel with CONFIG_PREEMPT_RT. The CPU line says so from 6.15 on; before that, the functions
 * tell it that only such a kernel has.
 */
final class RealTime {

    private RealTime() {}

    static boolean isTold(ReportBuilder builder) {
        var preempt = builder.system.preempt;
        return preempt != null && (preempt.startsWith("PREEMPT_RT") || preempt.startsWith("PREEMPT_{RT"))
                || areOfRealTime(stacks(builder));
    }

    private static boolean areOfRealTime(List<List<StackFrame>> stacks) {
        for (var stack : stacks) {
            for (var frame : stack) {
                if (FrameRole.tellsRealTime(frame)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<List<StackFrame>> stacks(ReportBuilder builder) {
        var stacks = new ArrayList<List<StackFrame>>();
        builder.accesses.forEach(access -> stacks.add(access.stack()));
        if (builder.chain != null) {
            builder.chain.forEach(link -> stacks.add(link.stack()));
        }
        add(builder.backtrace, stacks);
        add(builder.secondBacktrace, stacks);
        add(builder.registered, stacks);
        add(builder.becameSafe, stacks);
        add(builder.becameUnsafe, stacks);
        builder.blocked.forEach(task -> add(task.stack(), stacks));
        builder.blockers.forEach(blocker -> add(blocker.ownerStack(), stacks));
        builder.dependencies.stream().flatMap(block -> block.locks().stream()).forEach(entry -> {
            entry.usages().forEach(usage -> stacks.add(usage.stack()));
            add(entry.acquired(), stacks);
        });
        for (var list : builder.held) {
            list.locks().stream().filter(lock -> lock.at() != null).forEach(lock -> stacks.add(List.of(lock.at())));
        }
        return stacks;
    }

    private static void add(Backtrace trace, List<List<StackFrame>> stacks) {
        if (trace != null) {
            stacks.add(trace.frames());
        }
    }

    private static void add(IrqSafety safety, List<List<StackFrame>> stacks) {
        if (safety != null) {
            stacks.add(safety.stack());
        }
    }
}
