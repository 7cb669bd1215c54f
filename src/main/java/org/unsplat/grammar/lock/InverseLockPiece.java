package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.CutLines;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Report;

/**
 * The second lock of an irq lock inversion ({@code print_irq_inversion_bug}).
 * <pre>
 * but this lock took another, HARDIRQ-unsafe lock in the past:
 * but this lock was taken by another, HARDIRQ-safe lock in the past:
 *  (lkt_sa){-...}-{3:3}
 *
 *
 * and interrupts could create inverse lock ordering between them.
 * </pre>
 */
public final class InverseLockPiece extends Piece {

    private static final String TOOK = "but this lock took another, ";
    private static final String TAKEN = "but this lock was taken by another, ";
    private static final String BETWEEN = "and interrupts could create inverse lock ordering between them.";
    static final LineType<Matcher> HEAD = LineType.of(
            "head of the other lock of an inversion",
            "(?:" + TOOK + "|" + TAKEN + ")(?<state>[\\w-]+?)-(?<how>safe|unsafe) lock in the past:",
            TOOK,
            TAKEN);
    static final LineType<String> INVERSE = LineType.words("end of the other lock of an inversion", BETWEEN);

    public InverseLockPiece() {
        super("lock that the changed one took or was taken by", List.of(HEAD), List.of(LockLine.TYPE, INVERSE));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var head = lines.accept(HEAD);
        if (head == null) {
            return;
        }
        CutLines.skip(lines);
        var other = new IrqSafety(head.group("state"), LockLine.read(lines), List.of());
        if (head.group("how").equals("safe")) {
            builder.becameSafe = other;
        } else {
            builder.becameUnsafe = other;
        }
        lines.accept(INVERSE);
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.becameSafe != null || builder.becameUnsafe != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var safe = report.lockdep().becameSafe();
        var other = safe == null ? report.lockdep().becameUnsafe() : safe;
        if (other == null) {
            return;
        }
        out.line((safe == null ? TOOK : TAKEN) + other.state() + (safe == null ? "-unsafe" : "-safe")
                + " lock in the past:");
        if (other.lock() != null) {
            LockLine.write(other.lock(), "", out);
        }
        if (!KernelFormat.of(report).gluesLines()) {
            out.blank();
        }
        out.blank().line(BETWEEN).blank();
    }
}
