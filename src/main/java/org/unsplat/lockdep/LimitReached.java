package org.unsplat.lockdep;

import org.unsplat.classify.Regex;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.PlainHeadline;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Limit;
import org.unsplat.model.Report;

/** One of lockdep's tables is full, and lockdep switches itself off ({@code print_lockdep_off}). */
final class LimitReached extends LockdepKind {

    private static final Regex HEAD = new Regex("BUG: (MAX_[A-Z_]+) too low!");

    LimitReached() {
        super("limit", "BUG: MAX_LOCKDEP_... too low!");
    }

    @Override
    Outline makeOutline() {
        var trace = BacktracePiece.untitled();
        return printsAfter(new PlainHeadline(this), HeldLockList.ofOneThenAll(), trace)
                .always(trace);
    }

    @Override
    public boolean isHead(String line) {
        return HEAD.matches(line);
    }

    @Override
    public Report report(Draft draft) {
        var head = HEAD.matcher(draft.headline);
        if (head.matches()) {
            draft.limit = draft.limit == null
                    ? new Limit(head.group(1), null, null)
                    : new Limit(head.group(1), draft.limit.depth(), draft.limit.max());
        }
        return super.report(draft);
    }
}
