package org.unsplat.lockdep;

import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;

/** A subclass of MAX_LOCKDEP_SUBCLASSES or more ({@code look_up_lock_class}). */
final class InvalidSubclass extends LockdepKind {

    InvalidSubclass() {
        super(Kind.INVALID_SUBCLASS, "BUG: looking up invalid subclass: N");
    }

    @Override
    Outline makeOutline() {
        return printsAfter(new HeadlinePiece(this), BacktracePiece.untitled());
    }

    @Override
    public boolean isHead(String line) {
        return line.startsWith("BUG: looking up invalid subclass: ");
    }
}
