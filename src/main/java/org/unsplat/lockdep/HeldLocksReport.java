package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.AssertionText;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.EndTracePiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.oops.ModulesPiece;
import org.unsplat.grammar.oops.OopsHeaderPiece;
import org.unsplat.grammar.oops.PreemptionPiece;
import org.unsplat.grammar.oops.SleeperHead;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * A problem of any kind that lists held locks, or that is lockdep's own: a stall, a sleeping function, a warning. The end
 * decides what it is: a warning from kernel/locking/lockdep.c or a failed check of the locking code is
 * {@code lockdep-internal}, a failed {@code lockdep_assert_*} is {@code lockdep-assert}, a list of held locks is
 * {@code lockdep-held-locks}, and anything else is no report.
 */
final class HeldLocksReport extends LockdepKind {

    static final String HEADLINE = "N locks held by COMM/PID:, and Showing all locks held in the system:";
    private static final String LOCKDEP = "kernel/locking/lockdep.c";
    private final boolean opens;

    /** Created only when a problem occurs. */
    private static final class Part {

        static final Piece LINES = new OopsHeaderPiece();
        static final Piece HELD = HeldLocksPiece.ofAllTasks();
        static final Piece MODULES = new ModulesPiece();
        static final Piece IRQ_TRACE = new IrqTracePiece();
        static final Piece PREEMPTION = new PreemptionPiece();
        static final Piece TRACE = BacktracePiece.perhapsTitled();
        static final Piece END = new EndTracePiece();
    }

    private HeldLocksReport(boolean opens, Kind kind, String headline) {
        super(kind, headline);
        this.opens = opens;
    }

    static LockdepKind withHeldLocks() {
        return new HeldLocksReport(true, Kind.HELD_LOCKS, HEADLINE);
    }

    /** Never begins a report; an open report may turn out to be of this kind. */
    static LockdepKind ofLockdep() {
        return new HeldLocksReport(false, Kind.INTERNAL, "WARNING: ... at kernel/locking/lockdep.c:N");
    }

    /** Never begins a report either. */
    static LockdepKind ofAssertion() {
        return new HeldLocksReport(false, Kind.ASSERT, "WARNING: ... at FUNCTION, of a failed lockdep_assert_held()");
    }

    @Override
    Outline makeOutline() {
        return printsAfter(Part.LINES, Part.HELD, Part.IRQ_TRACE, Part.PREEMPTION, Part.MODULES, Part.TRACE, Part.END)
                .always();
    }

    @Override
    public List<String> starts() {
        return opens ? OopsHeaderPiece.starts() : List.of();
    }

    @Override
    public boolean isHead(String line) {
        return opens && OopsHeaderPiece.isHead(line);
    }

    @Override
    public boolean isOf(Report report) {
        return super.isOf(report) && !ChainKeyCollision.isCollision(report.headline()) && !HungTasks.isRound(report);
    }

    @Override
    public boolean unordered() {
        return true;
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    /** Locks follow the header of their list at once; before it there may be one or two traces of other tasks. */
    @Override
    public int proofWindow(String head) {
        return HeldLocksPiece.declaresLocks(head) ? 16 : 150;
    }

    /** A list without entries proves nothing, because a task that runs on another CPU has one. */
    @Override
    public boolean confirms(TypedLine line) {
        return line.type() == HeldLocksPiece.ENTRY
                || line.text().contains(LOCKDEP)
                || AssertionText.isCheck(line.text())
                || AssertionText.isAssertion(line.text(), null);
    }

    /** The message of a failed assertion counts only next to the head of its warning. */
    @Override
    public boolean confirms(TypedLine last, TypedLine line) {
        return confirms(line)
                || last != null
                        && (OopsHeaderPiece.isWarning(line) && AssertionText.isAssertion(null, last.text())
                                || OopsHeaderPiece.isWarning(last) && AssertionText.isAssertion(null, line.text()));
    }

    /** On riscv the task prints the message of a warning, and the trap handler prints the rest. */
    @Override
    public boolean mayChangeCaller(TypedLine last, TypedLine next) {
        return OopsHeaderPiece.isHeadFromTrap(last, next);
    }

    @Override
    public boolean mayMakeNoReport() {
        return true;
    }

    @Override
    public Report report(ReportBuilder builder) {
        var failed = failed(builder);
        if (failed != null && builder.headline == null) {
            builder.headline = builder.warning.message();
        }
        if (builder.headline != null) {
            checkHeadOfSleeper(builder);
        }
        if (builder.headline == null) {
            builder.headline = builder.allTasks ? "Showing all locks held in the system:" : headOfLocks(builder);
        }
        if (builder.hasTitle
                && builder.backtrace != null
                && !builder.backtrace.frames().isEmpty()
                && builder.warning == null
                && builder.headline != null
                && HeldLocksPiece.declaresLocks(builder.headline)) {
            builder.headless = true;
            builder.problem(Problem.Code.MISSING_HEAD, 0, "expected a headline, found the end of a lockdep report");
            return builder.report(LockdepKinds.UNKNOWN, null, builder.lockdep());
        }
        var warning = builder.warning;
        if ((warning != null || builder.headline != null && builder.headline.startsWith("BUG: "))
                && !Part.TRACE.isIn(builder)) {
            builder.problem(
                    Problem.Code.MISSING_PART,
                    0,
                    "expected the " + Part.TRACE.name() + ", found the end of the report");
        }
        if (failed != null) {
            builder.assertion = AssertionText.of(builder.headline, warning.message());
            if (warning.at() == null) {
                builder.problem(Problem.Code.MISSING_PART, 0, "expected the WARNING line, found the end of the report");
            }
            return builder.report(failed, null, builder.lockdep());
        }
        return holdsLocks(builder) && builder.headline != null ? super.report(builder) : null;
    }

    private static void checkHeadOfSleeper(ReportBuilder builder) {
        if (SleeperHead.isLost(builder.headline)) {
            builder.notes.add(0, builder.headline);
            builder.headline = null;
            builder.problem(Problem.Code.MISSING_HEAD, 0, "expected the headline above in_atomic(), found none");
        } else if (SleeperHead.isCut(builder.headline)) {
            builder.problem(Problem.Code.INCONSISTENT, 0, "expected a whole headline, found one that breaks off");
        }
    }

    /** The kind of a warning of lockdep itself; null for any other report. */
    private static LockdepKind failed(ReportBuilder builder) {
        var warning = builder.warning;
        if (warning == null) {
            return null;
        }
        var at = warning.at();
        var isCheck = warning.message() != null && AssertionText.isCheck(warning.message());
        if (isCheck && (at != null || builder.isPrinted || Part.TRACE.isIn(builder))
                || at != null && isOfLockdep(at.file())) {
            return LockdepKinds.INTERNAL;
        }
        return at != null && AssertionText.isAssertion(builder.headline, warning.message())
                ? LockdepKinds.ASSERT
                : null;
    }

    /** Whether a list of held locks contains a lock. */
    static boolean holdsLocks(ReportBuilder builder) {
        for (var list : builder.held) {
            if (list.declared() > 0 && !list.locks().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String headOfLocks(ReportBuilder builder) {
        if (builder.held.isEmpty()) {
            return null;
        }
        var list = builder.held.get(0);
        return list.declared() + (list.declared() == 1 ? " lock" : " locks") + " held by "
                + list.task().name() + ":";
    }

    @Override
    public void write(Report report, KernelText out) {
        Part.LINES.write(report, out);
        if (report.lockdep().warning() != null) {
            write(report, out, Part.MODULES, Part.TRACE, Part.IRQ_TRACE, Part.HELD, Part.END);
        } else if (dumpsFirst(report)) {
            write(report, out, Part.TRACE, Part.HELD, Part.MODULES, Part.IRQ_TRACE, Part.PREEMPTION);
        } else {
            write(report, out, Part.HELD, Part.MODULES, Part.IRQ_TRACE, Part.PREEMPTION, Part.TRACE);
        }
    }

    @Override
    public String explain(Report report) {
        return report.lockdep().warning() == null ? null : AssertionExplanation.of(report);
    }

    private static void write(Report report, KernelText out, Piece... inOrder) {
        for (var piece : inOrder) {
            piece.write(report, out);
        }
    }

    /** In an RCU stall the stacks come before the locks, as in a dump of all locks; elsewhere they come after them. */
    private static boolean dumpsFirst(Report report) {
        var headline = report.headline();
        return report.lockdep().allTasks() || headline.contains("INFO: rcu");
    }

    /** Whether the file is lockdep.c, in whatever directory the kernel was built. */
    private static boolean isOfLockdep(String file) {
        return file != null && (file.equals(LOCKDEP) || file.endsWith('/' + LOCKDEP));
    }
}
