package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.input.bytes.Regex;

/**
 * The output of {@code scripts/decodecode} for a {@code Code:} line. Test robots insert it into logs between the registers.
 * <pre>
 * All code
 * ========
 *    0:   8b 7c 24 0c             mov    0xc(%rsp),%edi
 *   2a:*  c3                      ret             &lt;-- trapping instruction
 *
 * Code starting with the faulting instruction
 * ===========================================
 *    0:   c3                      ret
 * </pre>
 */
public final class DecodedCode {

    private static final Regex LINE = new Regex("(?d)All code|Code starting with the faulting instruction"
            + "|[0-9a-f]{1,4}:\\*?\\s+(?:[0-9a-f]{2}|[0-9a-f]{4}|[0-9a-f]{8})\\s[0-9a-f\\s]*[^0-9a-f\\s].*"
            + "|[0-9a-f]{1,2}:\\s+[0-9a-f]{2}(?: [0-9a-f]{2})*");

    /** All of its lines except the rulers. No line counts as cut, because a few digits may begin anything. */
    public static final LineType<String> TYPE =
            new LineType<>("decoded code", List.of("All code|Code|0|1|2|3|4|5|6|7|8|9|a|b|c|d|e|f".split("\\|"))) {
                @Override
                public String read(String text) {
                    return LINE.matches(text) ? text : null;
                }
            };

    private DecodedCode() {}
}
