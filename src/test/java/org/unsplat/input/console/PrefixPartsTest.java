package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each part of a prefix ends: before the caret. Without a caret there is no such part. */
class PrefixPartsTest {

    interface Part {
        int end(String text, int at);
    }

    /** Each part where the line begins, and behind other text. */
    static void assertEnd(Part part, String marked, int none) {
        var text = marked.replace("^", "");
        var caret = marked.indexOf('^');
        assertEquals(caret < 0 ? none : caret, part.end(text, 0), marked);
        assertEquals(
                caret < 0 ? (none < 0 ? none : 3) : caret + 3, part.end("x] " + text, 3), marked + ", behind text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[   12.345678]^ a",
                "[0.000001]^",
                "[123456789012.345678]^",
                "[1234567890123.345678]",
                "[   12.34567]",
                "[   12.3456789]",
                "[   12.3456789",
                "[.345678]",
                "[   12,345678]",
                "[   12.345678",
                "[   12.345678 ]",
                "[   12",
                "[",
                "''",
                "a",
                "a  12.345678]",
                "[<ffffffff81012345>]",
            })
    void printksTime(String text) {
        assertEnd(PrintkTime::end, text, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "[ T1234]^",
        "[    C1]^ a",
        "[T1]^",
        "[ T]",
        "[ X1]",
        "[ T1",
        "[ T1 ]",
        "[",
        "'[ '",
        "'[ T'",
        "T1]",
        "''"
    })
    void callers(String text) {
        assertEnd(Caller::end, text, -1);
    }

    /** Two hexadecimal digits behind the level are code: the kernel marks the byte at RIP so. */
    @ParameterizedTest
    @CsvSource({
        "<4>^a",
        "<14>^",
        "<1234>^a",
        "<12345>a",
        "<>",
        "<a>",
        "<4",
        "<4> ^[   12.345678]",
        "<4>^ a",
        "<4>^  [   12.345678]",
        "<4>^x[   12.345678]",
        "<48> 3d 01",
        "<48> 3d",
        "<48>^ 3da",
        "<48>^ 3",
        "<48>^3d 01",
        "<48>^ 3g 01",
    })
    void levels(String text) {
        assertEnd(LevelMark::angleEnd, text, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "kern  :warn  : ^a",
        "kern:warn:^a",
        "kern  :warn  :^",
        "kern  :warn  : ^ a",
        "kern  :warn",
        "kern warn",
        "kern  :war1  : a",
        "ker   :warn  : a",
        "user  :err   : ^a",
        "mail  :crit  : ^a",
        "daemon:info  : ^a",
        "auth  :alert : ^a",
        "syslog:debug : ^a",
        "lpr   :emerg : ^a",
        "news  :notice: ^a",
        "uucp  :info  : ^a",
        "cron  :info  : ^a",
    })
    void levelsInWords(String text) {
        assertEnd(LevelMark::wordEnd, text, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "[name:lockdep&]^a",
        "[name:lockdep]a",
        "[nam:lockdep&]a",
        "[name:lockdep&",
        "[name:a234567890123456789012345678901234567890123456789012345678901234567890123&]^",
        "[name:a2345678901234567890123456789012345678901234567890123456789012345678901234&]^",
        "[name:a23456789012345678901234567890123456789012345678901234567890123456789012345&]",
    })
    void modules(String text) {
        assertEnd(VendorMark::moduleEnd, text, -1);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "I[0:      swapper/0:    0] ^text",
                "I[0:a]^text",
                "I[0:a]^",
                "I text",
                "I",
                " [2:  kworker/2:1:  123] ^text",
                "[2:a]^text",
                "  (1)[0:swapper/1]^ text",
                "   (1)[0:swapper/1]text",
                " (1) [0:a]",
                " (1)text",
                " (a)[0:a]",
                " <0>^text",
                " <12>^text",
                " <123>text",
                " <>text",
                " <a>text",
                " <0",
                " <",
                " -(1)[0:swapper/1]^text",
                " -1[0:a]",
                " [a:b]",
                " [1]",
                " [1:a",
                " [:a]",
                " [",
                " [1",
                " [0:a23456789012345678901234567890123456789012345]^",
                " [0:a234567890123456789012345678901234567890123456]",
            })
    void marksOfVendors(String text) {
        assertEnd(VendorMark::end, text.replace("''", ""), -1);
    }

    /** The time of a second record on a line, with its level. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "^[   12.345678] a", "a^[   12.345678] b", "a[1]^[   12.345678] b", "a^<4>[   12.345678] b",
                        "a^<1234>[   12.345678] b",
                "a<12345>^[   12.345678] b", "a<>^[   12.345678] b", "a>^[   12.345678] b", "<a>^[   12.345678] b",
                        "^<4>[   12.345678] b",
                "a4>^[   12.345678] b", "a[   12.34567] b", "a",
            })
    void theNextTime(String text) {
        assertEnd(PrintkTime::next, text, -1);
    }
}
