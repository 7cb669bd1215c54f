package org.unsplat.demux;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.classify.Classifier;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.HeadlineType;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.stack.DecodedCode;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.input.Line;
import org.unsplat.input.layer.Limits;
import org.unsplat.join.LineJoiner;

/**
 * From clean lines to spans: classifies and joins them, and gives each to the report that it belongs to.
 * <pre>
 * clean lines --classify--&gt; typed lines --join--&gt; joined lines --demux--&gt; spans
 * </pre>
 */
public final class Engine {

    private static final String OVERLONG = "a line near a report is longer than " + LineJoiner.LONGEST_LINE
            + " characters, which no kernel prints: it was taken for part of no report";

    private static final String ENDS = ":!*.?";

    /** The end of what the kernel prints in place of messages that it dropped. */
    private static final String DROPPED = " messages dropped **";

    private static final String BOOT = "Linux version ";

    private final List<ReportKind> kinds;
    private final Limits limits;
    private final HeadlineType headlines;
    private final Demux demux;
    private final DoubledLines doubled;
    private LineJoiner joiner;

    public Engine(List<ReportKind> kinds) {
        this(kinds, new Limits());
    }

    /** @param limits is told of lines that are too long for a report */
    public Engine(List<ReportKind> kinds, Limits limits) {
        this.kinds = kinds;
        this.limits = limits;
        this.headlines = new HeadlineType(kinds);
        this.doubled = new DoubledLines(text -> headlines.kindOf(text, true) != null);
        this.demux = new Demux(kinds, headlines);
    }

    /** The next closed span, null while there is none. */
    public Span poll() {
        return demux.poll();
    }

    /** Whether no report is open, apart from unproven candidates. */
    public boolean isIdle() {
        return demux.isIdle() && (joiner == null || joiner.isEmpty());
    }

    /** Closes every open report: the input ends, or the message that they stand in. */
    public void end() {
        end(false);
    }

    private void end(boolean byBoot) {
        flush();
        demux.end(byBoot);
    }

    private void flush() {
        if (joiner != null) {
            joiner.flush();
        }
    }

    /** Takes the next line. */
    public void take(Line line) {
        var text = line.stripped();
        if (text.isEmpty()) {
            doubled.passBlank();
        }
        if (text.length() > LineJoiner.LONGEST_LINE) {
            flush();
            if (!demux.isIdle() || headlines.mayBegin(text)) {
                limits.met(OVERLONG, line.number());
            }
            demux.stepOver(TypedLine.unread(line));
        } else if (text.endsWith(DROPPED)) {
            flush();
            demux.pass(TypedLine.unread(line));
        } else if (text.startsWith(BOOT)) {
            end(true);
        } else if (!text.isEmpty() && doubled.isRepeat(line)) {
            flush();
            demux.stepOver(TypedLine.unread(line));
        } else if (!text.isEmpty() && isUnrelated(line) && !mayOpen(text)) {
            if (joiner != null) {
                joiner.settleBefore(line);
            }
            demux.pass(TypedLine.unread(line));
        } else {
            joiner().take(unglued(bare(line)));
        }
    }

    /** Whether no report is open that could take the line: it need not be classified. */
    private boolean isUnrelated(Line line) {
        return (joiner == null || !joiner.waitsFor(line)) && !demux.admits(line);
    }

    /**
     * Whether a report may begin with the text, or a joined line: nearly no line of a log need be classified. Sentences
     * and titles of reports whose headline is lost end with one of these signs.
     */
    private boolean mayOpen(String text) {
        return !text.isEmpty()
                && (ENDS.indexOf(text.charAt(text.length() - 1)) >= 0
                        || text.charAt(0) == '='
                        || headlines.mayBegin(text));
    }

    /** A line without the marks that people put where they left something out: {@code [..] Call Trace:}. */
    private static Line bare(Line line) {
        var text = line.stripped();
        var start = text.startsWith("[..] ") ? 5 : text.startsWith("[...] ") ? 6 : 0;
        var end = text.length() - (text.endsWith(" [..]") ? 5 : text.endsWith(" [...]") ? 6 : 0);
        return start == 0 && end == text.length() || end < start ? line : line.with(text.substring(start, end));
    }

    /** A headline without the ruler that a mailer glued in front of it. */
    private static Line unglued(Line line) {
        var text = line.stripped();
        var end = 0;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        var next = end > 4 && end < text.length() ? text.charAt(end) : '=';
        return next == '[' || next >= 'A' && next <= 'Z' ? line.with(text.substring(end)) : line;
    }

    /** The table of types is made when the first line comes. */
    private LineJoiner joiner() {
        if (joiner == null) {
            joiner = new LineJoiner(new Classifier(types()), demux::take);
        }
        return joiner;
    }

    /** All types in the order in which they are asked: frames, which most lines are, headlines, then piece by piece. */
    private List<LineType<?>> types() {
        var types = new LinkedHashSet<LineType<?>>(List.of(FrameLine.TYPE, headlines));
        for (var kind : kinds) {
            for (var piece : kind.pieces()) {
                types.addAll(piece.opening());
                types.addAll(piece.following());
            }
        }
        types.addAll(List.of(CrashLine.TYPE, DecodedCode.TYPE));
        var all = new ArrayList<LineType<?>>();
        for (var type : types) {
            if (!(type instanceof ContextType)) {
                all.add(type);
            }
        }
        return all;
    }
}
