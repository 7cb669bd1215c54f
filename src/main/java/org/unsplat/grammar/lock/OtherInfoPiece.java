package org.unsplat.grammar.lock;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.CutLines;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/** "other info that might help us debug this:", the line before the details of most reports. */
public final class OtherInfoPiece extends Piece {

    private static final String TEXT = "other info that might help us debug this:";
    static final LineType<String> TITLE = LineType.words("title of other info", TEXT);
    private final boolean blankBefore;
    private final boolean blankAfter;

    public OtherInfoPiece(boolean blankBefore, boolean blankAfter) {
        super("other info", List.of(TITLE), List.of(BadPathLine.TYPE));
        this.blankBefore = blankBefore;
        this.blankAfter = blankAfter;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        CutLines.skip(lines);
        lines.accept(TITLE);
        BadPathLine.read(lines, builder);
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
        BadPathLine.write(report, true, out);
    }
}
