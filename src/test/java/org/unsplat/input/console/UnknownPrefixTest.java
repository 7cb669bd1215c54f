package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownPrefixTest {

    /** The text before the time of a line, and whether it is left out there and where it comes again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  ' | true | true",
                "syzkaller login: | true | true",
                "syzkaller login:  | true | true",
                "login: x | false | true",
                "12:00:00.5 - 2024/06/25T[1](2),+Z  | true | true",
                "12:00:00a | false | true",
                "dut1 | false | true",
                "** 3 printk messages dropped **  | false | false",
                "a234567890123456789012345678901234567890123456789012345678901234 | false | true",
                "a2345678901234567890123456789012345678901234567890123456789012345 | false | false",
            })
    void whatComesAgainIsNoTextOfTheKernels(String text, boolean once, boolean again) {
        var front = new UnknownPrefix();
        assertEquals(once, front.isPrefix(text));
        assertEquals(again, front.isPrefix(text));
    }

    @Test
    void countersVary() {
        var front = new UnknownPrefix();
        assertEquals(false, front.isPrefix("dut 0189 "));
        assertEquals(true, front.isPrefix("dut 9810 "));
        assertEquals(false, front.isPrefix("dut a810 "));
        assertEquals(false, front.isPrefix("dut 9810 "), "it is not the last");
        assertEquals(false, front.isPrefix("dut 98:0 "));
        assertEquals(false, front.isPrefix("dut 98/0 "));
    }
}
