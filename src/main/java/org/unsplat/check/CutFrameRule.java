package org.unsplat.check;

import java.util.HashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No frame is the second half of a line: nothing that breaks off in a symbol stands directly above it. */
final class CutFrameRule implements Rule {

    /** An address alone, or a name. */
    private static final Regex BEGINNING = new Regex("(?:<[^\\s>]++>\\s++)?\\(?(?:\\[<?[0-9a-f]{6,16}>?\\]\\s*+){0,2}"
            + "(?:\\? ?)?(?:[\\w.]++ (?:\\[\\w++\\] )?from )?[\\w.]*+|RIP: [0-9a-f]{4}:[A-Za-z_][\\w.]*+");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var frames = new HashMap<Integer, TypedLine>();
        for (var line : span.own()) {
            if (line.is(FrameLine.TYPE) && line.text().contains("+0x")) {
                frames.put(line.line().number(), line);
            }
        }
        Stream.concat(span.own().stream(), span.doubtful().stream().map(Span.Doubt::line))
                .filter(line -> line.isCut() && line.type() == FrameLine.TYPE
                        || !line.is(FrameLine.TYPE) && isBeginning(line.text()))
                .filter(line -> frames.containsKey(line.lastNumber() + 1))
                .findFirst()
                .ifPresent(line -> problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected a whole frame, found one that breaks off above the next")));
    }

    /** Names have underscores, as hardly a word of prose has. */
    private static boolean isBeginning(String text) {
        return (text.indexOf('_') >= 0 || text.indexOf('[') >= 0 || text.startsWith("RIP: "))
                && BEGINNING.matches(text);
    }
}
