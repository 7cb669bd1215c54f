package org.unsplat.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No frame may be cut: no beginning of a symbol may be directly above or below a frame. */
final class CutFrameRule implements Rule {

    /** The beginning of a frame: an address or a name, and the beginning of what follows it. */
    private static final Regex BEGINNING = new Regex("(?:<[^\\s>]++>\\s++)?\\(?(?:\\[<?[0-9a-f]{6,16}>?\\]\\s*+){0,2}"
            + "(?:\\? ?)?(?:[\\w.]++ (?:\\[\\w++\\] )?from )?[\\w.]*+(?:\\+(?:0(?:x[0-9a-f]*+)?)?| \\[[\\w-]*+\\]?(?: f[rom]*+)?"
            + "| f[rom]*+| \\([\\w./-]*+| [\\w-]++/[\\w./-]*+)?"
            + "|\\(?\\[<?[0-9a-f]{6,16}>?|RIP: [0-9a-f]{4}:[A-Za-z_][\\w.]*+");

    /** A decoded frame whose place is cut. */
    private static final Regex DECODED = new Regex("(?:\\? )?[\\w.$]++ \\([\\w./:+ -]*+");

    /** The same for a name without any sign that it is not a word of prose. */
    private static final Regex WORDS = new Regex("(?:\\? )?[A-Za-z][\\w.$]*+(?:\\+0?| [\\w./(\\[-]++)?");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var cut = firstCut(span, frames(span));
        if (cut != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    cut.line().number(),
                    "expected a whole frame, found one that breaks off"));
        }
    }

    /** The first line that breaks off: of the report's own, then of those between and below; null for none. */
    private static TypedLine firstCut(Span span, Map<Integer, TypedLine> frames) {
        for (var line : span.own()) {
            if (!line.is(FrameLine.TYPE) && isCutAbove(line, frames.get(line.lastNumber() + 1))) {
                return line;
            }
        }
        for (var doubt : span.doubtful()) {
            if (isCutNear(doubt.line(), frames)) {
                return doubt.line();
            }
        }
        return span.below() != null && isCutNear(span.below(), frames) ? span.below() : null;
    }

    /** The frames by the numbers of their first and last lines. */
    private static Map<Integer, TypedLine> frames(Span span) {
        var frames = new HashMap<Integer, TypedLine>();
        for (var line : span.own()) {
            if (line.is(FrameLine.TYPE)) {
                frames.put(line.line().number(), line);
                if (!line.isOneLine()) {
                    frames.put(line.lastNumber(), line);
                }
            }
        }
        return frames;
    }

    private static boolean isCutNear(TypedLine line, Map<Integer, TypedLine> frames) {
        var above = frames.get(line.line().number() - 1);
        var below = frames.get(line.lastNumber() + 1);
        return isCutAbove(line, below) || isCutBeside(line, above) || isCutBeside(line, below);
    }

    private static boolean isCutAbove(TypedLine line, TypedLine frame) {
        return frame != null
                && (isBetweenDecoded(line, frame)
                        || frame.text().contains("+0x")
                                && (line.isCut() && line.type() == FrameLine.TYPE
                                        || !line.is(FrameLine.TYPE) && isBeginning(line.text())));
    }

    private static boolean isBetweenDecoded(TypedLine line, TypedLine frame) {
        return frame.text().endsWith(")") && !line.is(FrameLine.TYPE) && DECODED.matches(line.text());
    }

    /** Whether it is the beginning of a symbol: it needs an underscore or sign, which words of prose hardly have. */
    private static boolean isBeginning(String text) {
        return (text.indexOf('_') >= 0 || text.indexOf('[') >= 0 || text.indexOf('+') >= 0 || text.startsWith("RIP: "))
                && BEGINNING.matches(text);
    }

    /** Whether the line is indented like the frame, as prose is not. */
    private static boolean isCutBeside(TypedLine line, TypedLine frame) {
        return frame != null
                && !line.isTyped()
                && (line.line().indent() > 0 || line.line().time() != null)
                && line.line().indent() == frame.line().indent()
                && (isBeginning(line.text()) || WORDS.matches(line.text()));
    }
}
