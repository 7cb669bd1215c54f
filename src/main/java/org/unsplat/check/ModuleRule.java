package org.unsplat.check;

import java.util.HashMap;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** A function is of one module in all stacks; where the module is missing, somebody cut it off. */
final class ModuleRule implements Rule {

    private static final String SIZED = "+0x";
    private static final Regex SYMBOL =
            new Regex("([A-Za-z_][\\w.$]*)\\+0x[0-9a-f]+/(0x[0-9a-f]+)(?: \\[([\\w-]+)(?: [0-9a-f]+)?\\])?$");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (span.find(line -> line.text().endsWith("]") && line.text().contains(SIZED)) == null) {
            return;
        }
        var modules = new HashMap<String, Boolean>();
        for (var line : span.own()) {
            var symbol = isFrame(line) ? SYMBOL.matcher(line.text()) : null;
            if (symbol != null && symbol.find()) {
                var known = modules.putIfAbsent(symbol.group(1) + symbol.group(2), symbol.group(3) != null);
                if (known != null && known != (symbol.group(3) != null)) {
                    problems.accept(new Problem(
                            Problem.Code.INCONSISTENT,
                            line.line().number(),
                            "expected " + symbol.group(1)
                                    + " in one module everywhere, found it with and without one"));
                    return;
                }
            }
        }
    }

    /** Whether it may be a frame with one function; {@code f+0x1/0x2 from g+0x1/0x2 [lkt]} has the module of the second. */
    private static boolean isFrame(TypedLine line) {
        return line.is(FrameLine.TYPE)
                && line.text().contains(SIZED)
                && !line.text().contains(" from ");
    }
}
