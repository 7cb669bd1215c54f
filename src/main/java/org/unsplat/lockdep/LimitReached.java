package org.unsplat.lockdep;

import org.unsplat.classify.Regex;
import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Limit;
import org.unsplat.model.Report;

/** One of lockdep's tables is full, and lockdep switches itself off ({@code print_lockdep_off}). */
final class LimitReached extends LockdepKind {

    private static final Regex HEAD = new Regex("BUG: (MAX_[A-Z_]+) too low!");

    LimitReached() {
        super(Kind.LIMIT, "BUG: MAX_LOCKDEP_... too low!");
    }

    @Override
    Outline makeOutline() {
        var trace = BacktracePiece.untitled();
        return printsAfter(new HeadlinePiece(this), HeldLocksPiece.ofOneThenAll(), trace)
                .always(trace);
    }

    @Override
    public boolean isHead(String line) {
        return HEAD.matches(line);
    }

    @Override
    public Report report(ReportBuilder builder) {
        var head = HEAD.matcher(builder.headline);
        if (head.matches()) {
            builder.limit = builder.limit == null
                    ? new Limit(head.group(1), null, null)
                    : new Limit(head.group(1), builder.limit.depth(), builder.limit.max());
        }
        return super.report(builder);
    }
}
