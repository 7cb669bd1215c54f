package org.unsplat.kcsan;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The task that reported the race: its access set the watchpoint ({@code print_report}).
 * <pre>
 * Reported by Kernel Concurrency Sanitizer on:
 * CPU: 0 UID: 0 PID: 63 Comm: kworker/u8:4 Not tainted 6.11.0-rc3 #0
 * Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 08/06/2024
 * ==================================================================
 * </pre>
 */
final class FooterPiece extends Piece {

    private static final String REPORTED = "Reported by Kernel Concurrency Sanitizer on:";
    static final LineType<String> TITLE = LineType.words("title of the footer", REPORTED);
    private static final List<LineType<?>> OPENING = TypeLists.joined(List.of(TITLE), SystemLines.DUMP_HEAD);
    private static final List<LineType<?>> FOLLOWING =
            TypeLists.joined(SystemLines.DUMP_HEAD, List.of(BannerPiece.RULER, BannerPiece.LIST_RULER));

    FooterPiece() {
        // The CPU line may open it, because the title may be lost
        super("footer \"" + REPORTED + "\"", OPENING, FOLLOWING);
    }

    @Override
    public boolean endsPiece(TypedLine line) {
        return BannerPiece.isRuler(line);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var line = lines.number();
        if (lines.accept(TITLE) == null) {
            builder.problem(
                    Problem.Code.MISSING_PART, line, "expected \"" + REPORTED + "\", found what should follow it");
        }
        while (!lines.atEnd()) {
            if (BannerPiece.isRuler(lines.line())) {
                lines.next();
            } else if (!SystemLines.read(lines, builder.system)) {
                lines.skip();
            }
        }
        if (builder.system.isEmpty()) {
            builder.problem(
                    Problem.Code.MISSING_PART, line, "expected the CPU line after \"" + REPORTED + "\", found none");
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.system() != null) {
            out.blank();
            if (report.problems().stream()
                    .noneMatch(problem -> problem.message().contains(REPORTED))) {
                out.line(REPORTED);
            }
            SystemLines.write(report.system(), KernelFormat.of(report), out);
        }
        out.ruler("=", TitlePiece.RULER);
    }
}
