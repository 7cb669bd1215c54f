package org.unsplat.kcsan;

import org.unsplat.grammar.Banner;
import org.unsplat.grammar.Cursor;
import org.unsplat.grammar.Dialect;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.KernelText;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.SystemLines;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * Who saw the race: the task whose access set the watchpoint.
 * <pre>
 * Reported by Kernel Concurrency Sanitizer on:
 * CPU: 0 UID: 0 PID: 63 Comm: kworker/u8:4 Not tainted 6.11.0-rc3 #0
 * Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 08/06/2024
 * ==================================================================
 * </pre>
 */
final class FooterPiece implements Piece {

    private static final String TITLE = "Reported by Kernel Concurrency Sanitizer on:";

    @Override
    public String name() {
        return "footer \"" + TITLE + "\"";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("Reported by Kernel Concurrency") || SystemLines.isLine(line);
    }

    @Override
    public boolean continues(String line) {
        return SystemLines.isLine(line) || Banner.isRuler(line, '=');
    }

    @Override
    public boolean ends(String line) {
        return Banner.isRuler(line, '=');
    }

    @Override
    public boolean isWhole(String line) {
        return line.startsWith("Reported by")
                ? line.equals(TITLE)
                : Banner.isRuler(line, '=') || SystemLines.isWhole(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var line = lines.number();
        if (!lines.take(TITLE)) {
            draft.problem(Problem.Code.MISSING_HEAD, line, "expected \"" + TITLE + "\", found what should follow it");
        }
        while (SystemLines.read(lines, draft.system)) {
            line = lines.number();
        }
        if (Banner.isRuler(lines.peek(), '=')) {
            lines.next();
        }
        if (draft.system.isEmpty()) {
            draft.problem(Problem.Code.MISSING_PART, line, "expected the CPU line after \"" + TITLE + "\", found none");
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.system() != null) {
            out.blank();
            if (report.problems().stream().noneMatch(problem -> problem.code() == Problem.Code.MISSING_HEAD)) {
                out.line(TITLE);
            }
            SystemLines.write(report.system(), Dialect.of(report), out);
        }
        out.ruler("=", TitlePiece.RULER);
    }
}
