package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.RulerType;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The lines of one report after it was closed, without lines of other reports.
 *
 * @param hasHead whether it has its headline
 * @param caller the caller of all lines, null if there was none or more than one
 * @param parts the report's lines by the piece that took them, in the order of the log
 * @param own all its lines, unexpected ones included, in the order of the input
 * @param unexpected lines within it that look like lines of a report, but that no piece took
 * @param foreign the numbers of lines within it that belong to something else
 * @param doubtful foreign lines that only their form distinguishes from the report's own
 * @param below the line directly below the last one, null if that is empty or there is none
 * @param guess the first frame that may belong to another report, as no caller tells them apart; null for none
 * @param interrupted the lines after which another dump or report began
 * @param limit the limit that closed it before its end, or null
 * @param isCut whether the kernel booted before its end
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
        List<TypedLine> interrupted,
        ReportLimit limit,
        boolean isCut) {

    /** Consecutive lines that one piece took. */
    public record Part(Piece piece, List<TypedLine> lines) {}

    /**
     * A foreign line that only its form distinguishes from the report's own.
     *
     * @param above the report's line directly above, null if another line is between
     */
    public record Doubt(TypedLine line, TypedLine above) {}

    /** With fewer lines and without a headline it is a quotation in prose. */
    static final int SHORTEST_BODY = 4;

    /** The same lines as those of a kind that only reading them showed. */
    public Span ofKind(ReportKind known) {
        return known == kind
                ? this
                : new Span(
                        known,
                        hasHead,
                        caller,
                        parts,
                        own,
                        unexpected,
                        foreign,
                        doubtful,
                        below,
                        guess,
                        interrupted,
                        limit,
                        isCut);
    }

    /** The lines that pieces took and the unexpected ones, in the order of the input. */
    static List<TypedLine> own(List<Part> parts, List<TypedLine> unexpected) {
        var own = new ArrayList<>(unexpected);
        for (var part : parts) {
            own.addAll(part.lines());
        }
        // Not comparingInt: the lambdas of the JDK are not in the class archive, and this runs for each report
        own.sort((a, b) -> Integer.compare(a.line().number(), b.line().number()));
        return List.copyOf(own);
    }

    /** Whether it is a mention in prose: a lone headline, or a few lines without one. */
    private boolean isMention() {
        if (!hasHead && (parts.size() < 2 || own.size() < SHORTEST_BODY || isLoneLineAboveTrace())) {
            return true;
        }
        var first = own.get(0).line();
        return !kind.unordered() && first.time() == null && caller == null && own.size() == 1;
    }

    /**
     * Whether one line of a report is followed only by a dump, which may be of another problem. Of kinds without a ruler, one line
     * above a stack is enough.
     */
    private boolean isLoneLineAboveTrace() {
        var body = parts.stream()
                .filter(part -> !part.piece().isTrace())
                .flatMap(part -> part.lines().stream())
                .filter(line -> !(line.type() instanceof ContextType));
        return body.limit(2).count() < 2 && (kind.printsRuler() || find(FrameLine.TYPE) == null);
    }

    /** Whether {@link #read} certainly returns a report; decided before it is parsed. */
    public boolean isSurelyReport() {
        return hasHead && !isMention() && !kind.mayMakeNoReport();
    }

    /** Whether so few lines were understood, without a headline, that their canonical text would not be read as a report. */
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

    public int first() {
        return own.get(0).line().number();
    }

    public int last() {
        var last = 0;
        for (var line : own) {
            last = Math.max(last, line.lastNumber());
        }
        return last;
    }

    /** The first of its lines that matches, or null. */
    public TypedLine find(Predicate<TypedLine> isWanted) {
        for (var line : own) {
            if (isWanted.test(line)) {
                return line;
            }
        }
        return null;
    }

    /** The first of its whole lines of this type, or null. */
    public TypedLine find(LineType<?> type) {
        for (var line : own) {
            if (line.is(type)) {
                return line;
            }
        }
        return null;
    }

    /** The number of the first whole line of this type, or else of the last line. */
    public int lineOf(LineType<?> type) {
        var line = find(type);
        return line == null ? last() : line.line().number();
    }

    /** The number of the first line that matches, or else of the last line. */
    public int lineOf(Predicate<TypedLine> isWanted) {
        var line = find(isWanted);
        return line == null ? last() : line.line().number();
    }

    /** Parses the span without knowledge of the rest of the log. */
    public Report read() {
        return read(null);
    }

    /**
     * Parses the span; null if it turns out to be no report.
     *
     * @param realTimeBanner the {@code Linux version} line of the boot if it shows PREEMPT_RT, else null
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

    /** The first line that does not belong to the banner. */
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
