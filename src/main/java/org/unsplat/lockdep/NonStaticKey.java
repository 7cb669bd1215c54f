package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** A lock whose key is not in static memory ({@code register_lock_class}, from 4.18 on {@code assign_lock_key}); mostly it was never initialized. */
final class NonStaticKey extends LockdepKind {

    NonStaticKey() {
        super(Kind.NON_STATIC_KEY, "INFO: trying to register non-static key.");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return HeadlinePiece.isAboutKey(line);
    }

    @Override
    Outline makeOutline() {
        return printsAfter(new HeadlinePiece(this), BacktracePiece.untitled());
    }

    /** The title skips functions that take locks for their callers, such as {@code del_timer_sync}; the explanation names both. */
    @Override
    public String explain(Report report) {
        var trace = Explanations.trace(report);
        var taker = StackPath.taker(trace);
        if (taker == null || !isTold(trace.subList(0, trace.indexOf(taker)))) {
            return null;
        }
        var named = named(report.title(), trace.subList(trace.indexOf(taker) + 1, trace.size()));
        return "A lock that has no static key was taken" + Explanations.in(taker)
                + (named == null || isSame(named, taker) ? "" : ", called from " + Explanations.place(named))
                + ": it was probably never initialised.";
    }

    /** Whether the frames lead to a lock function. In mails the question marks of unreliable frames may be lost. */
    private static boolean isTold(List<StackFrame> callees) {
        for (var frame : callees) {
            if (frame.reliable()
                    && frame.function() != null
                    && (frame.function().startsWith("lock_acquire") || FrameRole.of(frame) == FrameRole.LOCKING)) {
                return true;
            }
        }
        return false;
    }

    /** The frame of the function in the title, or null. */
    private static StackFrame named(String title, List<StackFrame> callers) {
        for (var frame : callers) {
            if (frame.reliable() && !frame.inline() && title != null && title.endsWith(" in " + plain(frame))) {
                return frame;
            }
        }
        return null;
    }

    private static boolean isSame(StackFrame one, StackFrame other) {
        return plain(one).equals(plain(other));
    }

    /** The name without {@code .isra.0} and similar suffixes. */
    private static String plain(StackFrame frame) {
        var name = String.valueOf(frame.function());
        return name.indexOf('.') < 1 ? name : name.substring(0, name.indexOf('.'));
    }
}
