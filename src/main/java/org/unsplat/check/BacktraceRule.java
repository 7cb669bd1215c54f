package org.unsplat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The stack of {@code -> #0} and the backtrace of a circular dependency must agree: {@code check_prev_add} saves the one, and
 * {@code print_circular_bug} prints the other, within the same {@code lock_acquire}. At an exception the backtrace may print
 * registers in place of the interrupted frames.
 */
final class BacktraceRule implements Rule {

    private static final Regex LOCK_ENTRY = new Regex("lock_acquire|lock_sync");

    /** The largest number of frames for which a register dump may stand. */
    private static final int MOST_INTERRUPTED = 3;

    private static final Regex EXCEPTION =
            new Regex("(?:asm|exc)_.*|.*(?:interrupt|irq|fault|trap|nmi|int3|_svc|vec).*");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null || facts.chain() == null || report.backtrace() == null) {
            return;
        }
        var links = facts.chain().links();
        var frames = report.backtrace().frames();
        if (links.isEmpty() || links.get(links.size() - 1).index() != 0 || !isExact(frames, facts.heading())) {
            return;
        }
        var stored = fromLock(links.get(links.size() - 1).stack());
        var live = fromLock(frames);
        if (stored.isEmpty() || live.isEmpty()) {
            return;
        }
        var absent = absent(stored, live);
        if (absent != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.lineOf(BacktraceRule::isLastLink),
                    "expected the same functions in the stack of -> #0 and in the backtrace, found " + absent
                            + " in one of them alone"));
        }
    }

    /** Whether stale frames of the stack are marked or left out; not every architecture does so. */
    private static boolean isExact(List<StackFrame> frames, String heading) {
        return "Call trace:".equals(heading)
                || frames.stream()
                        .anyMatch(frame -> !frame.reliable() || frame.context() != null || frame.callee() != null);
    }

    private static boolean isLastLink(TypedLine line) {
        var head = line.read(ChainPiece.LINK);
        return head != null && head.index() == 0;
    }

    /** The functions from {@code lock_acquire} outwards; empty if the stack has none. */
    private static List<String> fromLock(List<StackFrame> stack) {
        var names = new ArrayList<String>();
        for (var frame : stack) {
            var name = frame.function() == null || frame.inline() || !frame.reliable()
                    ? null
                    : FrameRole.plainName(frame.function());
            if (name != null && (!names.isEmpty() || LOCK_ENTRY.matches(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /** The first function that is missing in one of the stacks; null if they agree. */
    private static String absent(List<String> stored, List<String> live) {
        var skipped = 0;
        for (var i = 1; i < stored.size(); i++) {
            var at = i - skipped;
            var isSame = at < live.size() && stored.get(i).equals(live.get(at));
            if (!isSame && isBelowException(stored, i)) {
                skipped++;
            } else if (!isSame) {
                return at >= live.size() || stored.contains(live.get(at)) ? stored.get(i) : live.get(at);
            }
        }
        var next = stored.size() - skipped;
        return next < live.size() ? live.get(next) : null;
    }

    /** Whether an exception interrupted the function, or one inlined into it. */
    private static boolean isBelowException(List<String> stored, int index) {
        for (var i = index - 1; i > 0 && i >= index - MOST_INTERRUPTED; i--) {
            if (EXCEPTION.matches(stored.get(i))) {
                return true;
            }
        }
        return false;
    }
}
