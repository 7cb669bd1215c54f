package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;

/** printk.c prints the mark where a console takes over from another that has printed the record already. */
class ReplayedLinesTest {

    private static final String MARK = "** replaying previous printk message **";

    /** Each line begins with the second in which it was printed, or with a minus. */
    private static String through(String... lines) {
        var out = new RecordingLayer();
        var layer = new ReplayedLines(out);
        for (var each : lines) {
            var time = each.charAt(0) == '-' ? null : (Double) (double) (each.charAt(0) - '0');
            var text = each.substring(1).replace("MARK", MARK);
            layer.take(new PartialLine(1, text, 0).with(text, time, null));
        }
        layer.end();
        return out.texts().stream().map(text -> text.replace(MARK, "MARK")).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1a,2b,-MARK,2b,3c | a,b,MARK,c",
                "1a,2b,2MARK,1a,3c | a,b,MARK,c",
                "1a,-MARK,-,1a ,1a | a,MARK,,a",
                "1a,-MARK,2a,1a | a,MARK,a,a",
                "1a,-MARK,1b | a,MARK,b",
                "1a,-MARK,-a | a,MARK,a",
                "-a,-MARK,-a | a,MARK,a",
                "1a,1a | a,a",
            })
    void theLineBehindTheMarkIsLeftOut(String lines, String left) {
        assertEquals(left, through(lines.split(",")));
    }

    @Test
    void theLast64LinesAreRemembered() {
        for (var between = 63; between <= 64; between++) {
            var lines = ("1a,2b" + ",2b".repeat(between - 1) + ",-MARK,1a").split(",");
            assertEquals(between == 64, through(lines).endsWith("MARK,a"), between + " lines in between");
        }
    }

    @Test
    void aLongLineIsNoRecord() {
        var longest = "1" + "a".repeat(8191);
        assertEquals(true, through(longest, "-MARK", longest).endsWith("MARK"));
        assertEquals(false, through(longest + "a", "-MARK", longest + "a").endsWith("MARK"));
    }
}
