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
 * Makes spans of clean lines: classifies and joins the lines, and gives each to the report that it belongs to.
 * <pre>
 * clean lines --classify--&gt; typed lines --join--&gt; joined lines --demux--&gt; spans
 * </pre>
 */
public final class Engine {

    private static final String OVERLONG = "a line near a report is longer than " + LineJoiner.LONGEST_LINE
            + " characters, which no kernel prints: it was left out of all reports";

    /** The end of the line that the kernel prints in place of messages that it dropped. */
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

    /** @param limits is told about lines that are too long for a report */
    public Engine(List<ReportKind> kinds, Limits limits) {
        this.kinds = kinds;
        this.limits = limits;
        this.headlines = new HeadlineType(kinds);
        this.doubled = new DoubledLines(text -> headlines.kindOf(text, true) != null);
        this.demux = new Demux(kinds, headlines, () -> joiner == null ? List.of() : joiner.waiting());
    }

    /** Returns the next closed span, null if there is none yet. */
    public Span poll() {
        return demux.poll();
    }

    /** Whether no report is open except unproven candidates. */
    public boolean isIdle() {
        return demux.isIdle() && (joiner == null || joiner.isEmpty());
    }

    /** Closes every open report, because the input or the message ends. */
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

    /** Whether no open report can take the line, so that it need not be classified. */
    private boolean isUnrelated(Line line) {
        return (joiner == null || !joiner.waitsFor(line)) && !demux.admits(line);
    }

    /** Whether the text may begin a report or a line to be joined; almost no line of a log does. */
    private boolean mayOpen(String text) {
        return !text.isEmpty() && (text.charAt(0) == '=' || headlines.mayBegin(text) || mayOpenWithoutHead(text));
    }

    /** Whether the text ends like a sentence or a title that can begin a report without its headline. */
    private static boolean mayOpenWithoutHead(String text) {
        return switch (text.charAt(text.length() - 1)) {
            case ':', '!', '*', '?' -> true;
            // Most sentences of other programs end with a full stop, too. Those of lockdep:
            // inconsistent {SOFTIRQ-ON-W} -> {IN-SOFTIRQ-W} usage.    which lock already depends on the new lock.
            case '.' -> text.indexOf('{') >= 0 || text.contains(" lock");
            case 'e' -> text.endsWith(" lockdep annotation, or maybe");
            default -> false;
        };
    }

    /** The line without the marks by which people show omissions: {@code [..] Call Trace:}. */
    private static Line bare(Line line) {
        var text = line.stripped();
        var start = text.startsWith("[..] ") ? 5 : text.startsWith("[...] ") ? 6 : 0;
        var end = text.length() - (text.endsWith(" [..]") ? 5 : text.endsWith(" [...]") ? 6 : 0);
        return start == 0 && end == text.length() || end < start ? line : line.with(text.substring(start, end));
    }

    /** A headline without the ruler that a mailer joined to its front. */
    private static Line unglued(Line line) {
        var text = line.stripped();
        var end = 0;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        var next = end > 4 && end < text.length() ? text.charAt(end) : '=';
        return next == '[' || next >= 'A' && next <= 'Z' ? line.with(text.substring(end)) : line;
    }

    /** Creates the table of types at the first line that needs it. */
    private LineJoiner joiner() {
        if (joiner == null) {
            joiner = new LineJoiner(new Classifier(types()), demux::take);
        }
        return joiner;
    }

    /** All types in the order in which they are tried: frames first, because most lines are frames, then headlines, then by piece. */
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
