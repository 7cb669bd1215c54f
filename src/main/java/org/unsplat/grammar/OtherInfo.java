package org.unsplat.grammar;

import org.unsplat.model.Report;

/** "other info that might help us debug this:", the line between what is wrong and what else is known. */
public final class OtherInfo implements Piece {

    private static final String TEXT = "other info that might help us debug this:";
    private final boolean blankBefore;
    private final boolean blankAfter;

    public OtherInfo(boolean blankBefore, boolean blankAfter) {
        this.blankBefore = blankBefore;
        this.blankAfter = blankAfter;
    }

    @Override
    public String name() {
        return "other info";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("other info that might help us");
    }

    @Override
    public boolean continues(String line) {
        return BadPath.matches(line);
    }

    @Override
    public boolean isWhole(String line) {
        return line.equals(TEXT) || continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        lines.take(TEXT);
        BadPath.read(lines, draft);
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.scenario() == null && facts.held().isEmpty() && !facts.turnedOff() && facts.rcu() == null) {
            return;
        }
        if (blankBefore) {
            out.blank();
        }
        out.line(TEXT);
        if (blankAfter) {
            out.blank();
        }
        BadPath.write(report, true, out);
    }
}
