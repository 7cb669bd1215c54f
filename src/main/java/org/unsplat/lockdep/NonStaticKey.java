package org.unsplat.lockdep;

import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Report;

/** A lock whose key lies in no static memory ({@code register_lock_class}): mostly one that was never initialised. */
final class NonStaticKey extends LockdepKind {

    NonStaticKey() {
        super("non-static-key", "INFO: trying to register non-static key.");
    }

    @Override
    Outline makeOutline() {
        var trace = BacktracePiece.untitled();
        return printsAfter(new HeadlinePiece(this), trace).always(trace);
    }

    @Override
    public String explain(Report report) {
        var taker = report.backtrace() == null
                ? null
                : StackPath.taker(report.backtrace().frames());
        return taker == null
                ? null
                : "A lock that has no static key was taken" + Explanations.in(taker)
                        + ": it was probably never initialised.";
    }
}
