package org.unsplat.lockdep;

import org.unsplat.classify.Regex;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.text.Hex;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/** A task that exits or freezes with locks held ({@code print_held_locks_bug}); the headline names it. */
final class HeldAtExit extends LockdepKind {

    private static final Regex HEAD = new Regex("(?d)(.*)/(\\d{1,9}) still has locks held!(?: \\])?");

    HeldAtExit() {
        super("held-at-exit", "WARNING: COMM/PID still has locks held!");
    }

    @Override
    Outline makeOutline() {
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        return prints(held, trace).always(held, trace);
    }

    @Override
    public boolean isHead(String line) {
        return line.contains(" still has locks held!") && unmarked(line) != null;
    }

    @Override
    public Report report(Draft draft) {
        var head = HEAD.matcher(unmarked(draft.headline));
        if (head.matches()) {
            draft.task = new Task(head.group(1), Hex.number(head.group(2)), null);
            draft.action = "exit";
        }
        return super.report(draft);
    }

    /** The rulers do not follow the task's name. */
    @Override
    public Banner.Rulers rulers(Report report) {
        var length = report.headline().startsWith("[") ? 37 : 36;
        return new Banner.Rulers(length, length);
    }

    @Override
    public String explain(Report report) {
        return stillHolds(report, " exits");
    }

    /** What a task does with locks held. */
    static String stillHolds(Report report, String does) {
        var facts = report.lockdep();
        if (facts.task() == null
                || facts.held().isEmpty()
                || facts.held().get(0).locks().isEmpty()) {
            return null;
        }
        var locks = facts.held().get(0).locks();
        var last = locks.get(locks.size() - 1);
        return Words.task(facts.task()) + does + " while it holds "
                + (last.classText() == null ? "a lock" : Words.lock(last))
                + ", which it took" + Words.in(last.at())
                + (locks.size() == 1
                        ? "."
                        : ", and " + (locks.size() - 1) + (locks.size() == 2 ? " more lock." : " more locks."));
    }
}
