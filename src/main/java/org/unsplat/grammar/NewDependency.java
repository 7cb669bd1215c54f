package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;

/**
 * The edge that is new.
 * <pre>
 * which would create a new lock dependency:
 *  (lkt_sb){....}-{3:3} -&gt; (lkt_sc){+.+.}-{3:3}
 * </pre>
 */
public final class NewDependency implements Piece {

    private static final String TITLE = "which would create a new lock dependency:";
    private static final String ARROW = "} -> (";

    @Override
    public String name() {
        return "new lock dependency";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("which would create a new lock");
    }

    @Override
    public boolean continues(String line) {
        return LockLine.starts(line);
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line) ? line.equals(TITLE) : !pair(line).isEmpty();
    }

    private static List<Lock> pair(String line) {
        var arrow = line.indexOf(ARROW);
        var from = arrow < 0 ? null : LockLine.parse(line.substring(0, arrow + 1));
        var to = arrow < 0 ? null : LockLine.parse(line.substring(arrow + ARROW.length() - 1));
        return from == null || to == null ? List.of() : List.of(from, to);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        lines.take(TITLE);
        draft.newDependency = pair(lines.peek());
        if (!draft.newDependency.isEmpty()) {
            lines.next();
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return !draft.newDependency.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var pair = report.lockdep().newDependency();
        if (!pair.isEmpty()) {
            out.line(TITLE).line(LockLine.text(pair.get(0)) + " ->" + LockLine.text(pair.get(1)));
        }
    }
}
