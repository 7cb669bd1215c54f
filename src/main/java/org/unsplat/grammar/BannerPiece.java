package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * The frame around the headline of a lockdep report.
 * <pre>
 * ======================================================
 * WARNING: possible circular locking dependency detected
 * 6.12.117 #1 Tainted: G           O
 * ------------------------------------------------------
 *
 * banner = ruler headline ident ruler
 * </pre>
 */
public final class BannerPiece extends Piece {

    /** The ruler above a headline. */
    public static final LineType<Integer> RULER = new RulerType('=', 0);
    /** The ruler that ends the list of all locks in the system; old kernels also print one of this length above a headline. */
    public static final LineType<Integer> LIST_RULER = new RulerType('=', RulerType.LIST);
    /** The ruler below the ident line. */
    public static final LineType<Integer> DASHES = new RulerType('-', 0);

    private final ReportKind kind;

    public BannerPiece(ReportKind kind) {
        super("kernel ident line", List.of(), List.of(SystemLines.IDENT, DASHES, SystemLines.RELEASE));
        this.kind = kind;
    }

    /** Whether the text is a ruler of any character. */
    public static boolean isRuler(String text) {
        return !text.isEmpty()
                && (RULER.read(text) != null || LIST_RULER.read(text) != null || DASHES.read(text) != null);
    }

    /** Whether a headline may follow below the line. */
    public static boolean isRuler(TypedLine line) {
        return line.is(RULER) || line.is(LIST_RULER);
    }

    @Override
    public boolean isNext(TypedLine last, TypedLine next) {
        return next.type() == DASHES
                ? last.type() == SystemLines.IDENT
                        || last.type() == SystemLines.RELEASE
                        || last.type() instanceof HeadlineType
                : last.type() instanceof HeadlineType;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            if (lines.line().type() instanceof HeadlineType) {
                builder.headline = lines.next();
            } else if (lines.line().type() instanceof RulerType) {
                lines.next();
            } else if (!SystemLines.readIdent(lines, builder.system)) {
                break;
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var ruler = kind.rulers(report);
        if (!report.isHeadless()) {
            out.ruler("=", ruler.above()).line(report.headline());
        } else if (report.system() != null && report.system().kernel() != null) {
            out.ruler("=", ruler.above());
        }
        SystemLines.writeIdent(report.system(), KernelFormat.of(report), out);
        out.ruler("-", ruler.below());
    }

    /** The lengths of the two rulers. */
    public record Rulers(int above, int below) {}
}
