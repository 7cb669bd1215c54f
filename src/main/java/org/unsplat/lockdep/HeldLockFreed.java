package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.FreedRange;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** Memory that is freed with a held lock in it ({@code print_freed_lock_bug}). */
final class HeldLockFreed extends LockdepKind {

    HeldLockFreed() {
        super(Kind.HELD_LOCK_FREED, "WARNING: held lock freed!", " is freeing memory ");
    }

    @Override
    Outline makeOutline() {
        return prints(new TaskPiece(), new HeldLocksPiece(), BacktracePiece.titled());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        return facts.acquiring() == null || facts.freed() == null
                ? null
                : Explanations.task(facts.task()) + " frees"
                        + range(facts.freed())
                        + " with " + Explanations.lock(facts.acquiring()) + " in it, which it took"
                        + Explanations.in(StackPath.taker(StackPath.place(facts.acquiring()), List.of()))
                        + " and still holds.";
    }

    /** A hashed 64-bit address has an upper half of zeros, a kernel address never has. */
    private static boolean isHashed(String address) {
        return address.length() == 18 && address.startsWith("0x00000000");
    }

    /** Kernels that hash addresses print two numbers that are not a range. */
    private static String range(FreedRange freed) {
        return freed.from() == null
                        || freed.to() == null
                        || isHashed(freed.from())
                        || isHashed(freed.to())
                        || freed.from().compareTo(freed.to()) >= 0
                ? " memory"
                : " the memory " + freed.from() + " to " + freed.to();
    }
}
