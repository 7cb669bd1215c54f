package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.model.Report;

/**
 * The lock that the task already holds.
 * <pre>
 * but task is already holding lock:
 * ffffffffa0004938 (lkt_mb){+.+.}-{4:4}, at: lkt_m_ba+0x1c/0x40 [lkt]
 * and the lock comparison function returns 0:          recursive locking, 6.5 and later
 *
 * which lock already depends on the new lock.          circular dependency
 *
 * holding = ("but task is already holding lock:" | "and this task is already holding:" | crosslock) lock [comparison] [which]
 * </pre>
 */
public final class HoldingLockPiece extends Piece {

    private static final String ALREADY = "but task is already holding lock:";
    private static final String THIS_TASK = "and this task is already holding:";
    private static final String CROSSLOCK = "but now in release context of a crosslock acquired at the following:";
    private static final String DEPENDS = "which lock already depends on the new lock.";
    static final LineType<String> TITLE =
            LineType.words("title of the lock that is held", ALREADY, THIS_TASK, CROSSLOCK);
    static final LineType<String> WHICH = LineType.words("end of the lock that is held", DEPENDS);
    static final LineType<Matcher> COMPARISON = LineType.of(
            "result of the lock comparison",
            "and the lock comparison function returns (-?\\d{1,9}):",
            "and the lock comparison function returns ");
    private final String title;
    private final boolean hasWhich;

    private HoldingLockPiece(String title, boolean hasWhich) {
        super("lock that the task holds already", List.of(TITLE), List.of(LockLine.TYPE, COMPARISON, WHICH));
        this.title = title;
        this.hasWhich = hasWhich;
    }

    /** For a circular dependency. */
    public static HoldingLockPiece whichDepends() {
        return new HoldingLockPiece(ALREADY, true);
    }

    /** For recursive locking. */
    public static HoldingLockPiece already() {
        return new HoldingLockPiece(ALREADY, false);
    }

    /** For a wrong irq order. */
    public static HoldingLockPiece thisTask() {
        return new HoldingLockPiece(THIS_TASK, false);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            var lock = LockLine.read(lines);
            var comparison = lock == null ? lines.accept(COMPARISON) : null;
            if (lock != null) {
                builder.holding.add(lock);
            } else if (comparison != null) {
                builder.comparison = Numbers.parseInt(comparison.group(1));
            } else if (lines.accept(TITLE) == null && lines.accept(WHICH) == null) {
                lines.skip();
            }
        }
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return !builder.holding.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.holding().isEmpty()) {
            return;
        }
        var crosslock = facts.scenario() != null && facts.scenario().title().endsWith("by crosslock");
        out.blank().line(crosslock ? CROSSLOCK : title);
        facts.holding().forEach(lock -> LockLine.write(lock, "", out));
        if (facts.comparison() != null) {
            out.line("and the lock comparison function returns " + facts.comparison() + ":");
        }
        if (hasWhich) {
            out.blank().line(DEPENDS).blank();
        }
    }
}
