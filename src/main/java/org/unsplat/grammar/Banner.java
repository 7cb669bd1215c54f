package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * The frame round a lockdep report's headline.
 * <pre>
 * ======================================================
 * WARNING: possible circular locking dependency detected
 * 6.12.117 #1 Tainted: G           O
 * ------------------------------------------------------
 *
 * banner = ruler headline ident ruler
 * </pre>
 */
public final class Banner implements Piece {

    private final ReportKind kind;

    public Banner(ReportKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return "kernel ident line";
    }

    @Override
    public boolean starts(String line) {
        return false;
    }

    /** Whether the line is a ruler of that character, perhaps a short one. */
    public static boolean isRuler(String line, char character) {
        var length = line.length();
        for (var i = 0; i < length; i++) {
            if (line.charAt(i) != character) {
                return false;
            }
        }
        return length >= 16;
    }

    @Override
    public boolean continues(String line) {
        return isRuler(line, '-') || SystemLines.isIdent(line);
    }

    @Override
    public boolean follows(String last, String line) {
        return kind.isHead(last) ? SystemLines.isIdent(line) : isRuler(line, '-') && SystemLines.isIdent(last);
    }

    @Override
    public boolean isWhole(String line) {
        return isRuler(line, '=') || isRuler(line, '-') || kind.isHead(line) || SystemLines.isWholeIdent(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            if (kind.isHead(lines.peek())) {
                draft.headline = lines.next();
            } else if (isRuler(lines.peek(), '=') || isRuler(lines.peek(), '-')) {
                lines.next();
            } else if (!SystemLines.readIdent(lines, draft.system)) {
                break;
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var ruler = kind.rulers(report);
        out.ruler("=", ruler.above()).line(report.headline());
        SystemLines.writeIdent(report.system(), Dialect.of(report), out);
        out.ruler("-", ruler.below());
    }

    /** The lengths of the two rulers. */
    public record Rulers(int above, int below) {}
}
