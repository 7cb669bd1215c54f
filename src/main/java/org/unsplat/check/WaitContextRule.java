package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.WaitContextPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * A lock in an invalid wait context must have a higher wait type than the context or a held lock allows
 * ({@code check_wait_context}). The two numbers of the context must be equal.
 */
final class WaitContextRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        var context = facts == null ? null : facts.waitContext();
        if (context == null || Kind.of(report.kind()) != Kind.INVALID_WAIT_CONTEXT) {
            return;
        }
        if (context.outer() != context.inner()) {
            problems.accept(inconsistent(span, "one wait type twice in the context, found two"));
        } else if (isAllowed(facts)) {
            problems.accept(inconsistent(
                    span, "a lock whose wait type the context, or a lock that is held, forbids, found none"));
        }
    }

    private static boolean isAllowed(Lockdep facts) {
        var wanted = facts.acquiring() == null ? null : facts.acquiring().waitTypes();
        if (wanted == null) {
            return false;
        }
        var least = facts.waitContext().inner();
        for (var list : facts.held()) {
            if (list.declared() != list.locks().size()) {
                return false;
            }
            for (var lock : list.locks()) {
                if (lock.waitTypes() == null) {
                    return false;
                }
                var inner = lock.waitTypes().inner();
                least = inner == 0 ? least : Math.min(least, inner);
            }
        }
        return !facts.held().isEmpty() && wanted.outer() <= least;
    }

    private static Problem inconsistent(Span span, String what) {
        return new Problem(Problem.Code.INCONSISTENT, span.lineOf(WaitContextPiece.CONTEXT), "expected " + what);
    }
}
