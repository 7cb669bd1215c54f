package org.unsplat.lockdep;

import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** A system call that returns with locks held ({@code lockdep_sys_exit}). It prints no backtrace. */
final class HeldOnUserReturn extends LockdepKind {

    HeldOnUserReturn() {
        super(Kind.HELD_ON_USER_RETURN, "WARNING: lock held when returning to user space!", " is leaving the kernel ");
    }

    @Override
    Outline makeOutline() {
        return prints(new TaskPiece(), new HeldLocksPiece());
    }

    @Override
    public String explain(Report report) {
        return HeldAtExit.stillHolds(report, " returns to user space while it holds ");
    }
}
