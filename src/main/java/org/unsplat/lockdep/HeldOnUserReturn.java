package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.model.Report;

/** A system call that returns with a lock held ({@code lockdep_sys_exit}); it prints no backtrace. */
final class HeldOnUserReturn extends LockdepKind {

    HeldOnUserReturn() {
        super("held-on-user-return", "WARNING: lock held when returning to user space!");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, " is leaving the kernel ");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var held = new HeldLockList();
        return prints(task, held).always(task, held);
    }

    @Override
    public String explain(Report report) {
        return HeldAtExit.stillHolds(report, " returns to user space");
    }
}
