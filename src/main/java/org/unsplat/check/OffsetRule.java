package org.unsplat.check;

import java.math.BigInteger;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** A place must be within its function, or directly after it, as after a call that does not return. */
final class OffsetRule implements Rule {

    /** {@code 0x} and as many digits as certainly fit a long; nearly all offsets are shorter. */
    private static final int WIDEST_LONG = 17;

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

    private static boolean isGreater(String offset, String size) {
        return offset.length() <= WIDEST_LONG && size.length() <= WIDEST_LONG
                ? Long.decode(offset) > Long.decode(size)
                : number(offset).compareTo(number(size)) > 0;
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }
}
