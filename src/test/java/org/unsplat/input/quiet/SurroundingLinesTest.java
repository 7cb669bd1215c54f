package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caret stands where the look around begins. */
class SurroundingLinesTest {

    private static final String RULER = "================";
    private static final String REST = "x\n".repeat(30);
    private static final String LONG = "x\n".repeat(101);

    private static byte[] bytes(String text) {
        return (text.replace("^", "") + "\n[   12.345678] 12345678").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean holdsAssertion(String text) {
        var at = text.indexOf('^');
        var isBelow = SurroundingLines.areBelowAssertion(bytes(text), text.lastIndexOf('\n', at) + 1);
        return SurroundingLines.holdAssertion(bytes(text), at, text.length() - 1, isBelow);
    }

    /** The message comes up to a hundred lines before the head of a warning, or in one of the four behind it. */
    @Test
    void theMessageOfAWarningIsNear() {
        var head = "WARNING: ^a.c:12 at f\n";
        var message = "debug_locks && !x\n";
        assertEquals(false, holdsAssertion(LONG + head + REST));
        assertEquals(true, holdsAssertion(LONG + message + head + REST));
        assertEquals(true, holdsAssertion("x\n" + message + "x\n".repeat(99) + head + REST));
        assertEquals(false, holdsAssertion("x\n" + message + "x\n".repeat(100) + head + REST));
        assertEquals(true, holdsAssertion(LONG + head + "x\n".repeat(3) + message + REST));
        assertEquals(false, holdsAssertion(LONG + head + "x\n".repeat(4) + message + REST));
        assertEquals(true, holdsAssertion(LONG + head + "x\nIRQs not enabled as expected\n" + REST));
        assertEquals(true, holdsAssertion(LONG + head + "x\n__lockdep_enabled && x\n" + REST));
        assertEquals(false, holdsAssertion(LONG + head + "x\n"), "the input ends");
        assertEquals(true, holdsAssertion("x\n".repeat(100) + head + REST), "more may have come");
    }

    /** Some drivers print the word, too. A short rest may be broken. */
    @ParameterizedTest
    @CsvSource({
        "WARNING: ^words alone, false",
        "WARNING: ^at a.c, true",
        "WARNING: ^CPU: 0 PID: 1, true",
        "WARNING: ^words a/b, true",
        "WARNING: ^words [1], true",
        "WARNING: ^12345678, true",
        "WARNING: ^123456789, false",
    })
    void aHeadIsMoreThanWords(String head, boolean mayBe) {
        assertEquals(mayBe, holdsAssertion("debug_locks &&\n" + head + "\n" + REST));
    }

    private static boolean holdsHeadline(String text) {
        return SurroundingLines.holdHeadline(
                bytes(text), text.indexOf('^'), text.length() - 1, new PlainLines(PlainLines.unless("[", "D")));
    }

    @Test
    void aHeadlineWithoutAMarkIsBelowARuler() {
        assertEquals(false, holdsHeadline("====^====\n" + REST));
        assertEquals(true, holdsHeadline("====^====\n[ ERR: suspicious RCU usage. ]\n" + REST));
        assertEquals(true, holdsHeadline("====^====\n[chain_key collision ]\n" + REST));
        assertEquals(true, holdsHeadline("====^====\n" + "x\n".repeat(23) + "DEPT: a\n" + REST));
        assertEquals(false, holdsHeadline("====^====\n" + "x\n".repeat(24) + "DEPT: a\n" + REST));
        assertEquals(false, holdsHeadline("====^====\nx\n"), "the input ends");
        assertEquals(
                false,
                holdsHeadline("x" + RULER.substring(8) + "^" + RULER.substring(8) + "\nDEPT: a\n" + REST),
                "it was seen before");
        assertEquals(true, holdsHeadline("=======x^" + RULER + "\nDEPT: a\n" + REST));
    }

    @Test
    void aRulerIsAboveAHeadline() {
        assertEquals(true, below(LONG + RULER + "\n"));
        assertEquals(true, below(LONG + RULER + "\n" + "x\n".repeat(23)));
        assertEquals(false, below(LONG + RULER + "\n" + "x\n".repeat(24)));
        assertEquals(false, below(LONG + RULER.substring(1) + "\n"));
        assertEquals(false, below(LONG + "x" + RULER.substring(1) + "\n"));
        assertEquals(true, below("x\n"), "one may have come");
    }

    private static boolean below(String text) {
        return SurroundingLines.areBelowRuler(bytes("\n" + text + "BUG: x"), 1 + text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The first kernel with PREEMPT_RT matters, then every other
                "Linux version 6.12.0 (ld 2.40) ^#1 SMP PREEMPT_RT a | true | true",
                "Linux version 6.12.0 (ld 2.40) ^#1 SMP PREEMPT_{RT | true | true",
                "Linux version 3.0.0 (gcc 4) ^#1 SMP PREEMPT RT a | true | true",
                "Linux version 6.12.0 (ld 2.40) ^#1 SMP PREEMPT a | false | true",
                "6.12.0 (ld 2.40) ^#1 SMP PREEMPT_RT a | true | false",
                "Linux version 6.12.0 PREEMPT_RT) ^#1 SMP | false | true",
                "Linux version 6.12.0 ^#1 SMP PREEMPT_RT | false | false",
                "Linux version 6.12.0 ld)x^#1 SMP PREEMPT_RT | false | false",
                "^#1 SMP PREEMPT_RT | false | false",
            })
    void aBootMayChangeTheModel(String line, boolean first, boolean later) {
        assertEquals(first, boots("\n", line, false));
        assertEquals(later, boots("x\n", line, true));
        assertEquals(line.startsWith("Linux") && later, boots("", line, true));
        assertEquals(
                line.startsWith("6") ? false : later, boots("Linux version \n", line, true), "it is of the line above");
    }

    private static boolean boots(String before, String line, boolean realTime) {
        var text = before + line;
        return SurroundingLines.areBoot(bytes(text), text.indexOf('^'), text.length() - 1, realTime);
    }

    @Test
    void theModelIsNearTheVersion() {
        var build = "x".repeat(96 - "# PREEMPT_RT".length());
        assertEquals(true, boots("", "Linux version (a) ^#" + build + " PREEMPT_RT", false));
        assertEquals(false, boots("", "Linux version (a) ^#x" + build + " PREEMPT_RT", false));
    }
}
