package org.unsplat.grammar;

import java.util.List;
import org.unsplat.input.Line;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The lines of one report, closed: nothing can be added, and nothing of a neighbour is among them.
 *
 * @param parts the report's lines by the piece that took them, in the order of the log
 * @param own its lines, those that nothing understood among them, in the order of the input
 * @param strange lines within that look like report text, but that no piece took
 * @param foreign numbers of lines within that belong to something else
 * @param limit why it was closed before it had ended, null where no limit was met
 */
public record Span(
        ReportKind kind,
        String caller,
        List<Part> parts,
        List<Line> own,
        List<Line> strange,
        List<Integer> foreign,
        ReportLimit limit) {

    /** A run of lines that one piece took. */
    public record Part(Piece piece, List<Line> lines) {}

    /** A headline alone, in text that no console printed, is somebody's talk of a report. */
    private boolean isQuotedHead() {
        var first = parts.get(0).lines().get(0);
        return first.time() == null && caller == null && own.size() == 1;
    }

    /** The first line's number. */
    public int first() {
        return own.get(0).number();
    }

    /** The last line's number. */
    public int last() {
        var last = 0;
        for (var line : own) {
            last = Math.max(last, line.lastNumber());
        }
        return last;
    }

    /** Parses the span; null where it turns out to hold no report. */
    public Report read() {
        if (isQuotedHead()) {
            return null;
        }
        var draft = new Draft();
        for (var part : parts) {
            var cursor = new Cursor(part.lines());
            part.piece().read(cursor, draft);
            while (!cursor.atEnd()) {
                cursor.skip(draft);
            }
            draft.unparsed(cursor.rejected());
        }
        draft.unparsed(strange);
        if (limit != null) {
            draft.problem(limit.problem(last()));
        }
        for (var piece : kind.required()) {
            if (!has(piece) || !piece.isIn(draft)) {
                draft.problem(
                        Problem.Code.MISSING_PART,
                        last(),
                        "expected the " + piece.name() + ", found the end of the report");
            }
        }
        return kind.report(draft);
    }

    private boolean has(Piece piece) {
        for (var part : parts) {
            if (part.piece() == piece) {
                return true;
            }
        }
        return false;
    }
}
