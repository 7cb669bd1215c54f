package org.unsplat.grammar;

import java.util.List;
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

    /** Printing the name of a lock that is gone may itself crash. */
    private static final List<String> CRASHES = List.of(
            "Unable to handle kernel", "general protection fault", "Internal error: Oops", "stack segment:", "KASAN: ");

    private static final String TITLE = "but this task is not holding:";

    @Override
    public String name() {
        return "lock that the task does not hold";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("but this task is not holding");
    }

    /** The name may be any text, but it is the next line. */
    @Override
    public boolean follows(String last, String line) {
        return last.equals(TITLE)
                && !line.equals("stack backtrace:")
                && !TroubleLines.isHead(line)
                && CRASHES.stream().noneMatch(line::startsWith);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        if (lines.take(TITLE) && !lines.atEnd()) {
            draft.notHolding = lines.next();
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.notHolding != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.lockdep().notHolding() != null) {
            out.blank().line(TITLE).line(report.lockdep().notHolding());
        }
    }
}
