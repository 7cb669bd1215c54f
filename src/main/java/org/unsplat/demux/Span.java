package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.RulerType;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The lines of one report, closed: nothing can be added, and nothing of a neighbour is among them.
 *
 * @param hasHead whether its headline is there
 * @param parts the report's lines by the piece that took them, in the order of the log
 * @param own its lines, those that nothing understood among them, in the order of the input
 * @param unexpected lines within that have the form of a report's line, but that no piece took
 * @param foreign numbers of lines within that belong to something else
 * @param doubtful those of the foreign lines that nothing but their form keeps from being the report's own
 * @param below the line directly below the last one, null where an empty line, or none, comes first
 * @param guess the first frame that may as well be that of another report, which no caller tells apart; null for none
 * @param limit why it was closed before it had ended, null where no limit was met
 * @param isCut whether the kernel booted before it had ended
 */
public record Span(
        ReportKind kind,
        boolean hasHead,
        String caller,
        List<Part> parts,
        List<TypedLine> own,
        List<TypedLine> unexpected,
        List<Integer> foreign,
        List<Doubt> doubtful,
        TypedLine below,
        TypedLine guess,
        ReportLimit limit,
        boolean isCut) {

    /** A run of lines that one piece took. */
    public record Part(Piece piece, List<TypedLine> lines) {}

    /**
     * A foreign line that nothing but its form keeps from being the report's own.
     *
     * @param above the report's own line directly above, null where another line lies between
     */
    public record Doubt(TypedLine line, TypedLine above) {}

    /** Fewer lines without a headline are what a person quotes. */
    private static final int SHORTEST_BODY = 4;

    /** The lines that pieces took, and those that none did, in the order of the input. */
    static List<TypedLine> own(List<Part> parts, List<TypedLine> unexpected) {
        var own = new ArrayList<>(unexpected);
        parts.forEach(part -> own.addAll(part.lines()));
        // Not Comparator.comparingInt: Java's own lambdas are in no class archive, and this runs for each report
        own.sort((a, b) -> Integer.compare(a.line().number(), b.line().number()));
        return List.copyOf(own);
    }

    /** A lone headline in prose is a mention, not a report, and so are a few lines of one. */
    private boolean isMention() {
        if (!hasHead && (parts.size() < 2 || own.size() < SHORTEST_BODY)) {
            return true;
        }
        var first = own.get(0).line();
        return !kind.unordered() && first.time() == null && caller == null && own.size() == 1;
    }

    /** Whether {@link #read} makes a report of it, which the span shows before it is parsed. */
    public boolean isSurelyReport() {
        return hasHead && !isMention() && !kind.mayMakeNoReport();
    }

    /** Whether so few lines without a headline were understood that their canonical text would be no report. */
    private boolean isTooShort(Set<Integer> unparsed) {
        return !hasHead
                && own.stream()
                                .filter(line -> !(line.type() instanceof RulerType))
                                .filter(line -> !unparsed.contains(line.line().number()))
                                .map(TypedLine::text)
                                .filter(text -> !text.isBlank())
                                .distinct()
                                .count()
                        < SHORTEST_BODY;
    }

    /** The first line's number. */
    public int first() {
        return own.get(0).line().number();
    }

    /** The last line's number. */
    public int last() {
        var last = 0;
        for (var line : own) {
            last = Math.max(last, line.lastNumber());
        }
        return last;
    }

    /** The first of its lines that is such a one, null where there is none. */
    public TypedLine find(Predicate<TypedLine> isWanted) {
        for (var line : own) {
            if (isWanted.test(line)) {
                return line;
            }
        }
        return null;
    }

    /** The number of the first such line, that of the last line where there is none. */
    public int lineOf(Predicate<TypedLine> isWanted) {
        var line = find(isWanted);
        return line == null ? last() : line.line().number();
    }

    /** Parses the span, of which only its own lines tell. */
    public Report read() {
        return read(null);
    }

    /**
     * Parses the span; null where it turns out to hold no report.
     *
     * @param realTimeBanner what the kernel said when it booted, if that is that it has PREEMPT_RT, else null
     */
    public Report read(String realTimeBanner) {
        if (isMention()) {
            return null;
        }
        var builder = new ReportBuilder();
        builder.system.linuxBanner = realTimeBanner;
        if (!hasHead) {
            builder.headless = true;
            builder.headline = firstOfBody().text();
            builder.problem(Problem.Code.MISSING_HEAD, first(), "expected the headline, found what should follow it");
        }
        for (var part : parts) {
            var cursor = new Cursor(part.lines());
            part.piece().read(cursor, builder);
            while (!cursor.atEnd()) {
                cursor.skip();
            }
            builder.unparsed(cursor.skipped());
        }
        builder.unparsed(unexpected);
        if (isTooShort(builder.unparsed())) {
            return null;
        }
        if (limit != null) {
            builder.problem(limit.problem(last()));
        }
        if (isCut) {
            builder.problem(
                    Problem.Code.CUT_BY_END, last(), "expected the end of the report, found that the kernel boots");
        }
        for (var piece : kind.required()) {
            if (!piece.isOptional(builder) && (!has(piece) || !piece.isIn(builder))) {
                builder.problem(
                        Problem.Code.MISSING_PART,
                        last(),
                        "expected the " + piece.name() + ", found the end of the report");
            }
        }
        return kind.report(builder);
    }

    /** The first line that is none of the banner's. */
    private TypedLine firstOfBody() {
        var line = find(each -> each.type() != SystemLines.IDENT && !(each.type() instanceof RulerType));
        return line == null ? own.get(0) : line;
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
