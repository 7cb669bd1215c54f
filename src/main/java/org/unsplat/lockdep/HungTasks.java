package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.HungTaskPiece;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * A round of the hung task detector: every hung task, and then all locks held in the system. It is a report only if it lists
 * held locks, or if the kernel names the owner of a lock that a task waits for.
 */
final class HungTasks extends LockdepKind {

    private static final Piece TASKS = new HungTaskPiece();
    private static final HeldLocksPiece HELD = HeldLocksPiece.ofAllTasks();

    /** Covers the dump of one task and the header of the list, with lines of other CPUs in between. */
    private static final int PROOF_WINDOW = 150;

    HungTasks() {
        super(Kind.HELD_LOCKS, HeldLocksReport.HEADLINE);
    }

    /** Whether a report of held locks is a round of the hung task detector. */
    static boolean isRound(Report report) {
        return !report.lockdep().blocked().isEmpty();
    }

    @Override
    Outline makeOutline() {
        return printsAfter(TASKS, HELD).always(TASKS);
    }

    @Override
    public List<String> starts() {
        return List.of("INFO: task ");
    }

    @Override
    public boolean isHead(String line) {
        return HungTaskPiece.HEAD.read(line) != null;
    }

    @Override
    public boolean isOf(Report report) {
        return super.isOf(report) && isRound(report);
    }

    @Override
    public boolean unordered() {
        return true;
    }

    @Override
    public boolean endsWithTrace() {
        return false;
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public int proofWindow(String head) {
        return PROOF_WINDOW;
    }

    @Override
    public boolean renewsProofWindow(TypedLine line) {
        return line.is(HungTaskPiece.HEAD);
    }

    @Override
    public boolean confirms(TypedLine line) {
        return line.type() == HeldLocksPiece.ENTRY || HungTaskPiece.namesOwner(line);
    }

    @Override
    public boolean mayMakeNoReport() {
        return true;
    }

    @Override
    public Report report(ReportBuilder builder) {
        return HeldLocksReport.holdsLocks(builder) || namesOwner(builder) ? super.report(builder) : null;
    }

    private static boolean namesOwner(ReportBuilder builder) {
        for (var blocker : builder.blockers) {
            if (blocker.owner() != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String explain(Report report) {
        return HangExplanation.of(report.lockdep());
    }

    /** Without a dump of all tasks the list of each task follows its stack. */
    @Override
    public void write(Report report, KernelText out) {
        TASKS.write(report, out);
        var facts = report.lockdep();
        if (facts.allTasks() || facts.held().isEmpty()) {
            HELD.write(report, out);
        } else if (facts.turnedOff()) {
            out.line(HeldLocksPiece.OFF_TEXT);
        }
    }
}
