package org.unsplat.check;

import java.math.BigInteger;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The lock must be within the memory that is freed ({@code debug_check_no_locks_freed}). */
final class FreedRangeRule implements Rule {

    /** In older kernels the address of a lock is hashed, or is not the lock's. */
    private static final int FIRST_WITH_ADDRESS = 5004;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null || facts.freed() == null || KernelFormat.of(report).version() < FIRST_WITH_ADDRESS) {
            return;
        }
        var from = number(facts.freed().from());
        var to = number(facts.freed().to());
        var lock = facts.acquiring() == null ? null : number(facts.acquiring().address());
        if (from != null && to != null && lock != null && (lock.compareTo(from) < 0 || lock.compareTo(to) > 0)) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.lineOf(LockLine.TYPE),
                    "expected a lock in the memory that is freed, found one elsewhere"));
        }
    }

    private static BigInteger number(String hex) {
        return hex == null || !hex.startsWith("0x") ? null : new BigInteger(hex.substring(2), 16);
    }
}
