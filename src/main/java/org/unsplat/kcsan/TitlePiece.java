package org.unsplat.kcsan;

import java.util.List;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * The ruler and the headline.
 * <pre>
 * ==================================================================
 * BUG: KCSAN: data-race in __flush_work / __flush_work
 * </pre>
 */
final class TitlePiece extends Piece {

    static final int RULER = 66;
    private final ReportKind kind;

    TitlePiece(ReportKind kind) {
        // No opening type: the kind recognizes its headline
        super("title", List.of(), List.of(BannerPiece.RULER, BannerPiece.LIST_RULER));
        this.kind = kind;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            if (kind.isHead(lines.text())) {
                builder.headline = lines.next();
            } else if (BannerPiece.isRuler(lines.line())) {
                lines.next();
            } else {
                break;
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        out.ruler("=", RULER);
        if (!report.isHeadless()) {
            out.line(report.headline());
        }
    }
}
