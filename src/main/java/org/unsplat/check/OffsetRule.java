package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** A place must be within its function, or directly after it, as after a call that does not return. */
final class OffsetRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var line : span.own()) {
            var frame = line.read(FrameLine.TYPE);
            if (frame != null
                    && frame.offset() != null
                    && frame.size() != null
                    && isGreater(frame.offset(), frame.size())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected a place within " + frame.function() + ", found one behind its end"));
                return;
            }
        }
    }

    /** Compares hexadecimal numbers of any length by their digits. */
    private static boolean isGreater(String offset, String size) {
        var one = withoutZeros(offset);
        var other = withoutZeros(size);
        return one.length() == other.length() ? one.compareTo(other) > 0 : one.length() > other.length();
    }

    /** The digits behind {@code 0x}, without zeros in front. */
    private static String withoutZeros(String hex) {
        var at = 2;
        while (at < hex.length() && hex.charAt(at) == '0') {
            at++;
        }
        return hex.substring(at);
    }
}
