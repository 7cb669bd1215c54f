package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.ChainPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.model.Chain;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The indexes of a list of locks must count up from 0, those of a chain down to 0. */
final class ListOrderRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.race() != null) {
            for (var access : report.race().accesses()) {
                checkHeld(access.held(), span, problems);
            }
        }
        if (report.lockdep() == null) {
            return;
        }
        checkHeld(report.lockdep().held(), span, problems);
        var chain = report.lockdep().chain();
        if (chain != null) {
            checkChain(chain.links(), span, problems);
        }
    }

    private static void checkChain(List<Chain.Link> links, Span span, Consumer<Problem> problems) {
        for (var i = 1; i < links.size(); i++) {
            var before = links.get(i - 1).index();
            var index = links.get(i).index();
            if (index != before - 1) {
                var next = before == 0 ? "no link" : "-> #" + (before - 1);
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        lineOf(i, links.size(), span),
                        "expected " + next + " after -> #" + before + ", found -> #" + index));
            }
        }
    }

    /** The number of the line of a link; that of the last line if the links cannot be told apart. */
    private static int lineOf(int link, int links, Span span) {
        var lines = span.own().stream()
                .filter(line -> line.type() == ChainPiece.LINK)
                .toList();
        return lines.size() == links ? lines.get(link).line().number() : span.last();
    }

    private static void checkHeld(List<HeldLocks> lists, Span span, Consumer<Problem> problems) {
        for (var list : lists) {
            for (var i = 0; i < list.locks().size(); i++) {
                var index = list.locks().get(i).index();
                if (index != null && index != i) {
                    problems.accept(new Problem(
                            Problem.Code.INCONSISTENT,
                            span.lineOf(line -> isEntry(line, index)),
                            "expected held lock #" + i + " of " + list.task().comm() + "/"
                                    + list.task().pid() + ", found #" + index));
                    break;
                }
            }
        }
    }

    private static boolean isEntry(TypedLine line, int index) {
        var lock = line.read(HeldLocksPiece.ENTRY);
        return lock != null && lock.index() == index;
    }
}
