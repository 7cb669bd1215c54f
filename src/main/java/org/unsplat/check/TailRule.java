package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.SourcePlace;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No foreign line may look like the rest of a line of the report. */
final class TailRule implements Rule {

    private static final Regex FRAGMENT = new Regex(
            "(?d).*\\+0x[0-9a-f]+/0x.*|[0-9a-fx]*/0x[0-9a-f]+.*|\\S+\\.[chS]:\\d++(?!,\\d).*"
                    + "|.*\\)\\{[-+.?]{4}.*|.*\\[inline\\]|(?:\\w+ \\[)?[\\w-]*\\]|[0-9a-f]+|[-+.?]{0,6}\\}.*|.*\\d\\d/\\d\\d/\\d{4}|[0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2} .*");

    /** Bytes of code and values of registers, which continue on the next line. */
    private static final Regex DUMP_FRAGMENT = new Regex(
            "(?d)<?[0-9a-f]{2}>? <?[0-9a-f]{2}>? <?[0-9a-f]{2}>? <?[0-9a-f]{2}>? .*|[0-9a-f]{4}:[0-9a-f]{8,16} EFLAGS: .*|[0-9a-f]{8,16} [A-Z0-9_]{2,8}:.*");

    /** If no line of a report is longer, its lines do not show at which width they were broken. */
    private static final int NARROWEST = 60;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var longest = span.doubtful().isEmpty() ? NARROWEST : longest(span);
        TypedLine above = null;
        for (var doubt : span.doubtful()) {
            var line = doubt.line();
            if (!line.isTyped()
                    && (FRAGMENT.matches(line.text()) && !isPlaceOf(above, line) || isTooLongFor(longest, doubt))) {
                problems.accept(rest(line, "expected a line of the report or of something else"));
                return;
            }
            above = line;
        }
        var below = span.below();
        if (below != null && !below.isTyped() && DUMP_FRAGMENT.matches(below.text())) {
            problems.accept(rest(below, "expected the end of the report"));
        }
    }

    /** Whether a mailer broke the answer of a tool that looks places up, which is whole with the line above. */
    private static boolean isPlaceOf(TypedLine above, TypedLine line) {
        return above != null
                && above.lastNumber() + 1 == line.line().number()
                && above.text().endsWith(" at")
                && SourcePlace.TYPE.read(above.text() + " " + line.text()) != null;
    }

    private static int longest(Span span) {
        var longest = NARROWEST;
        for (var own : span.own()) {
            for (var part : own.parts()) {
                longest = Math.max(longest, part.width());
            }
        }
        return longest;
    }

    private static Problem rest(TypedLine line, String expected) {
        return new Problem(
                Problem.Code.INCONSISTENT,
                line.line().number(),
                expected + ", found what looks like the rest of a line");
    }

    /** Whether the next word would not have fit on the line of free text above, since no line of the report is that long. */
    private static boolean isTooLongFor(int longest, Span.Doubt doubt) {
        var above = doubt.above();
        if (above == null || above.match() != null && above.type().isStrict(above.text())) {
            return false;
        }
        var parts = above.parts();
        var text = doubt.line().text();
        var blank = text.indexOf(' ');
        return parts.get(parts.size() - 1).width() + 1 + (blank < 0 ? text.length() : blank) > longest;
    }
}
