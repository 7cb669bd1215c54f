package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Report;

/**
 * The other lock of an irq lock inversion.
 * <pre>
 * but this lock took another, HARDIRQ-unsafe lock in the past:
 * but this lock was taken by another, HARDIRQ-safe lock in the past:
 *  (lkt_sa){-...}-{3:3}
 *
 *
 * and interrupts could create inverse lock ordering between them.
 * </pre>
 */
public final class InverseLock implements Piece {

    private static final String TOOK = "but this lock took another, ";
    private static final String TAKEN = "but this lock was taken by another, ";
    private static final String INVERSE = "and interrupts could create inverse lock ordering between them.";
    private static final Regex HEAD =
            new Regex("(?:" + TOOK + "|" + TAKEN + ")(?<state>[\\w-]+?)-(?<how>safe|unsafe) lock in the past:");

    @Override
    public String name() {
        return "lock that the changed one took or was taken by";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith(TOOK) || line.startsWith(TAKEN);
    }

    @Override
    public boolean continues(String line) {
        return LockLine.starts(line) || line.startsWith("and interrupts could create");
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line)
                ? HEAD.matches(line)
                : line.startsWith("and ") ? line.equals(INVERSE) : LockLine.isWhole(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var head = lines.take(HEAD);
        if (head == null) {
            return;
        }
        var other = new IrqSafety(head.group("state"), LockLine.read(lines), List.of());
        if (head.group("how").equals("safe")) {
            draft.becameSafe = other;
        } else {
            draft.becameUnsafe = other;
        }
        lines.take(INVERSE);
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.becameSafe != null || draft.becameUnsafe != null;
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
        if (!Dialect.of(report).gluesLines()) {
            out.blank();
        }
        out.blank().line(INVERSE).blank();
    }
}
