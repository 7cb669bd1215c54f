package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/** A task that exits or is frozen with locks held ({@code print_held_locks_bug}). Its name is in the headline. */
final class HeldAtExit extends LockdepKind {

    private static final Regex HEAD = new Regex("(?d)(.*)/(\\d{1,9}) still has locks held!(?: \\])?");

    private static final List<String> EXITS = List.of("do_exit", "make_task_dead", "do_group_exit");

    HeldAtExit() {
        super(Kind.HELD_AT_EXIT, "WARNING: COMM/PID still has locks held!");
    }

    @Override
    Outline makeOutline() {
        return prints(new HeldLocksPiece(), BacktracePiece.titled());
    }

    @Override
    public boolean isHead(String line) {
        return line.contains(" still has locks held!") && unmarked(line) != null;
    }

    @Override
    public Report report(ReportBuilder builder) {
        var head = HEAD.matcher(unmarked(builder.headline));
        if (head.matches()) {
            builder.task = new Task(head.group(1), Numbers.parseInt(head.group(2)), null);
            builder.action = isExit(builder.backtrace) ? "exit" : null;
        }
        return super.report(builder);
    }

    /** The rulers have a fixed length. */
    @Override
    public BannerPiece.Rulers rulers(Report report) {
        var length = report.headline().startsWith("[") ? 37 : 36;
        return new BannerPiece.Rulers(length, length);
    }

    /** Whether the task exits; the freezer and exec check for held locks too. A doubtful frame suffices, since none of them returns. */
    private static boolean isExit(Backtrace trace) {
        return trace != null
                && trace.frames().stream().anyMatch(frame -> EXITS.contains(String.valueOf(frame.function())));
    }

    @Override
    public String explain(Report report) {
        return stillHolds(report, isExit(report.backtrace()) ? " exits while it holds " : " still holds ");
    }

    /** What the task does with locks held; null if no lock is known to be still held. */
    static String stillHolds(Report report, String does) {
        var facts = report.lockdep();
        var held = facts.held().isEmpty()
                ? List.<Lock>of()
                : facts.held().get(0).locks().stream()
                        .filter(lock -> !lock.released())
                        .toList();
        if (facts.task() == null || held.isEmpty()) {
            return null;
        }
        var more = held.size() - 1;
        var last = held.get(more);
        var in = Explanations.in(StackPath.taker(StackPath.place(last), List.of()));
        return Explanations.task(facts.task())
                + does
                + Explanations.lock(last)
                + (in.isEmpty() ? "" : ", which it took" + in)
                + (more == 0 ? "." : moreLocks(more, in.isEmpty() ? " and " : ", and "));
    }

    private static String moreLocks(int count, String and) {
        return and + count + (count == 1 ? " more lock." : " more locks.");
    }
}
