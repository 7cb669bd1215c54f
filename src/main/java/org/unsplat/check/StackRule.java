package org.unsplat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** A stack ends where a task or a syscall enters the kernel, and begins where a lock is taken; otherwise two stacks were joined. */
final class StackRule implements Rule {

    /** Functions without a caller. */
    private static final Set<String> WITHOUT_CALLER = Set.of(
            "entry_SYSCALL_64_after_hwframe",
            "entry_SYSCALL_64",
            "entry_SYSENTER_compat_after_hwframe",
            "ret_from_fork",
            "ret_from_fork_asm",
            "entry_INT80_32",
            "restore_all_switch_stack",
            "ret_from_kernel_thread",
            "secondary_startup_64_no_verify",
            "el0t_64_sync",
            "ret_fast_syscall");

    private static final Regex INTERRUPT = new Regex("irq|interrupt|IRQ|_svc|vec|exc|fault|trap|nmi|NMI|int3");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.backtrace() != null) {
            check(List.of(report.backtrace().frames()), false, span, problems);
        }
        check(storedStacks(report), true, span, problems);
    }

    private static void check(
            List<List<StackFrame>> stacks, boolean areOfLocks, Span span, Consumer<Problem> problems) {
        for (var all : stacks) {
            // An inlined function is above the one it is inlined into
            var stack = new ArrayList<StackFrame>();
            for (var frame : all) {
                if (!frame.inline()) {
                    stack.add(frame);
                }
            }
            for (var i = 1; i < stack.size(); i++) {
                if (isGlued(stack.get(i - 1), stack.get(i))
                        || areOfLocks && isSecondLock(stack.get(i - 1), stack.get(i))) {
                    problems.accept(new Problem(
                            Problem.Code.INCONSISTENT,
                            lineOf(span, stack.get(i)),
                            "expected the end of a stack after "
                                    + stack.get(i - 1).function() + ", found "
                                    + stack.get(i).function()));
                    break;
                }
            }
        }
    }

    /** Only an interrupt can take a lock while a lock is being taken. */
    private static boolean isSecondLock(StackFrame inner, StackFrame outer) {
        return "lock_acquire".equals(outer.function())
                && inner.function() != null
                && inner.reliable()
                && outer.reliable()
                && FrameRole.of(inner) != FrameRole.TOOL
                && FrameRole.of(inner) != FrameRole.LOCKING
                && !INTERRUPT.matcher(inner.function()).find();
    }

    private static boolean isGlued(StackFrame inner, StackFrame outer) {
        return inner.function() != null
                && outer.function() != null
                && inner.reliable()
                && outer.reliable()
                && (isAfterTask(inner, outer)
                        || Objects.equals(inner.context(), outer.context())
                                && WITHOUT_CALLER.contains(inner.function())
                                && !WITHOUT_CALLER.contains(outer.function()));
    }

    /** Whether the mark that ends the stack of the task is between the two. */
    private static boolean isAfterTask(StackFrame inner, StackFrame outer) {
        return "TASK".equals(inner.context()) && outer.context() == null;
    }

    private static int lineOf(Span span, StackFrame frame) {
        var text = frame.function() + (frame.offset() == null ? "" : "+" + frame.offset());
        var last = span.last();
        for (var line : span.own()) {
            if (line.text().contains(text)) {
                last = line.line().number();
            }
        }
        return last;
    }

    private static List<List<StackFrame>> storedStacks(Report report) {
        var stacks = new ArrayList<List<StackFrame>>();
        if (report.race() != null) {
            for (var access : report.race().accesses()) {
                stacks.add(access.stack());
            }
        }
        var facts = report.lockdep();
        if (facts != null) {
            if (facts.chain() != null) {
                facts.chain().links().forEach(link -> stacks.add(link.stack()));
            }
            if (facts.registered() != null) {
                stacks.add(facts.registered().frames());
            }
            if (facts.becameSafe() != null) {
                stacks.add(facts.becameSafe().stack());
            }
            if (facts.becameUnsafe() != null) {
                stacks.add(facts.becameUnsafe().stack());
            }
            for (var block : facts.dependencies()) {
                for (var entry : block.locks()) {
                    entry.usages().forEach(usage -> stacks.add(usage.stack()));
                }
            }
        }
        return stacks;
    }
}
