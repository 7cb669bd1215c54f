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
        var one = firstDigit(offset);
        var other = firstDigit(size);
        var longer = (offset.length() - one) - (size.length() - other);
        while (longer == 0 && one < offset.length() && offset.charAt(one) == size.charAt(other)) {
            one++;
            other++;
        }
        return longer > 0 || longer == 0 && one < offset.length() && offset.charAt(one) > size.charAt(other);
    }

    /** The index of the first digit behind {@code 0x} that is not zero. */
    private static int firstDigit(String hex) {
        var at = 2;
        while (at < hex.length() && hex.charAt(at) == '0') {
            at++;
        }
        return at;
    }
}
