package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.model.Chain;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The locks of a chain must be those in the sentences and in "Chain exists of:": {@code print_circular_bug} prints the held lock
 * as the first link, its parent as the second, and the requested lock as the last. The locks of other cycles must agree in
 * the same way.
 */
final class ChainRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null
                || facts.scenario() != null && facts.scenario().title().endsWith(" by crosslock")) {
            return;
        }
        var links =
                facts.chain() == null ? List.<Chain.Link>of() : facts.chain().links();
        var wrong = links.size() < 2 ? null : wrongLink(facts, links);
        if (wrong != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.lineOf(ChainPiece.LINK),
                    "expected the lock " + wrong + " in the dependency chain, found another one"));
        }
        var pair = facts.newDependency();
        var isPairWrong = pair.size() == 2
                && !(facts.holding().stream().allMatch(lock -> isSame(lock, pair.get(0)))
                        && isSame(facts.acquiring(), pair.get(1)));
        var isOtherClass = Kind.of(report.kind()) == Kind.RECURSIVE_LOCKING
                && !facts.holding().stream().allMatch(lock -> isSame(lock, facts.acquiring()));
        if (isPairWrong || isOtherClass) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.first(),
                    isPairWrong
                            ? "expected the lock that is held and the one that is wanted in the new dependency, found others"
                            : "expected two locks of one class, found two classes"));
        }
    }

    /** The class that a link should have; null if all are right. Without -> #0 nobody knows which lock that would name. */
    private static String wrongLink(Lockdep facts, List<Chain.Link> links) {
        var held = links.get(0).lock();
        var last = links.get(links.size() - 1);
        var wanted = last.index() == 0 ? last.lock() : null;
        var cycle = facts.cycle();
        if (facts.acquiring() != null && !isSame(facts.acquiring(), wanted)) {
            return facts.acquiring().classText();
        }
        for (var lock : facts.holding()) {
            if (!isSame(lock, held)) {
                return lock.classText();
            }
        }
        if (cycle.size() != 3) {
            return null;
        }
        return wanted != null && !isNamed(wanted, cycle.get(0))
                ? cycle.get(0)
                : !isNamed(links.get(1).lock(), cycle.get(1))
                        ? cycle.get(1)
                        : isNamed(held, cycle.get(2)) ? null : cycle.get(2);
    }

    private static boolean isSame(Lock one, Lock other) {
        return one == null || other == null || other.classText() == null || isNamed(one, other.classText());
    }

    /** Some classes print the text of their print function after the name and a blank; it differs for each lock. */
    private static boolean isNamed(Lock lock, String name) {
        return lock.classText() == null || firstWord(lock.classText()).equals(firstWord(name));
    }

    private static String firstWord(String text) {
        var blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }
}
