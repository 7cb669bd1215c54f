package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * The lock in which another one was to be nested.
 * <pre>
 * but this task is not holding:
 * lkt_ww_class_acquire
 * </pre>
 * The name is the map's own: without parentheses, usage, version and subclass.
 */
public final class NestLock implements Piece {

    private static final String TITLE = "but this task is not holding:";

    @Override
    public String name() {
        return "lock that the task does not hold";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("but this task is not holding");
    }

    @Override
    public boolean continues(String line) {
        return !line.equals("stack backtrace:") && !line.startsWith("Unable to handle") && !TroubleLines.isHead(line);
    }

    @Override
    public boolean follows(String last, String line) {
        return last.equals(TITLE) && continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        if (lines.take(TITLE) && !lines.atEnd()) {
            draft.notHolding = lines.next();
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.lockdep().notHolding() != null) {
            out.blank().line(TITLE).line(report.lockdep().notHolding());
        }
    }
}
