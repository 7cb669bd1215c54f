package org.unsplat.kcsan;

import org.unsplat.grammar.Banner;
import org.unsplat.grammar.Cursor;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.KernelText;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;

/**
 * The ruler and the headline.
 * <pre>
 * ==================================================================
 * BUG: KCSAN: data-race in __flush_work / __flush_work
 * </pre>
 */
final class TitlePiece implements Piece {

    static final int RULER = 66;
    private final ReportKind kind;

    TitlePiece(ReportKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return "title";
    }

    @Override
    public boolean starts(String line) {
        return false;
    }

    /** A mailer may have cut the title before its second function. */
    @Override
    public boolean isWhole(String line) {
        return line.contains(" / ") || line.contains("+0x") || line.startsWith("=");
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            if (kind.isHead(lines.peek())) {
                draft.headline = lines.next();
            } else if (Banner.isRuler(lines.peek(), '=')) {
                lines.next();
            } else {
                break;
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        out.ruler("=", RULER).line(report.headline());
    }
}
