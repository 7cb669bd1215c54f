package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each part of a prefix ends: before the caret. Without a caret there is no such part. */
class PrefixPartsTest {

    private interface Part {
        int end(String text, int at);
    }

    /** Each part where the line begins, and behind other text. */
    private static void assertEnd(Part part, String marked, int none) {
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

    @ParameterizedTest
    @CsvSource({
        // dmesg(1) with -T, -H and -d, in any language, and terminal programs
        "[Tue Jun 25 12:00:00 2024]^ a",
        "[Jun25 12:00]^ a",
        "[  +0.000012]^",
        "[  +0\\,000012]^",
        "[<    0.000012>]^",
        "[   12.345678 <    0.000012>]^",
        "[   12.345678 <    0\\,000012>]^",
        "[12:00:00 <    0.1>]^",
        "[Tue Jun 25 12:00:00 2024 <    0.1>]^",
        "[Di Jun 25 12:00:00 2024]^",
        "[juin25 12:00]^",
        "[12:00:00.123]^",
        "[2024-06-25 12:00:00Z]^",
        "[2024/06/25T12:00:00+02]^",
        "[12:00]",
        "[12:00:00x]",
        "[+12]",
        "[+0.0x]",
        "[-0.1]",
        "[a <    0.1>]",
        "[   12 <    0.1>]",
        "[<    0.1]",
        "[<a>]",
        "[Jun25]",
        "[Jun 25 12]",
        "[Tue Jun 25 12:00:00 2024",
        "[]",
        "[some words 12:00:00]",
        "[Jun 25 12:00:00 x]",
        "[Jux 25 12:00:00]",
        "[Jun 1:00]",
        "[D Jun 25 12:00:00 24]",
        "[  +0.00000000000000000000000000                ]^",
        "[   +0.00000000000000000000000000                ]",
    })
    void timesInBrackets(String text) {
        assertEnd(WallTime::bracketEnd, text.replace("\\,", ","), -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-06-25T12:00:00^",
                "2024-06-25T12:00:00Z ^a",
                "2024-06-25 12:00:00.123+02:00 ^a",
                "2024-06-25T12:00:00,5-03:00 ^ a",
                "2024-06-25T12:00:00a",
                "2024-06-25X12:00:00 a",
                "2024-06-25T12:00:0",
                "2024/06/25T12:00:00 a",
                "202a-06-25T12:00:00 a",
                "2024-06-25T12:00:0: a",
                "2024-06-25T12:00:0/ a",
                "2024-06-25 12:00:00 UTC ^a",
                "2024-06-25 12:00:00 GMT ^a",
                "2024-06-25 12:00:00 ^CET a",
                "2024-06-25 12:00:00 +0200 ^a",
                "2024-06-25 12:00:00 -0200 ^a",
                "2024-06-25 12:00:00 ^*0200 a",
                "2024-06-25 12:00:00 ^+02000 a",
                "2024-06-25 12:00:00 ^+020a a",
                "2024-06-25 12:00:00 ^UTC",
                "2024-06-25 12:00:00 ^UTC+ a",
                // GitLab: the number of the stream, and which
                "2024-06-25T12:00:00Z 01O ^a",
                "2024-06-25T12:00:00Z 0fE ^a",
                "2024-06-25T12:00:00Z 01O+^a",
                "2024-06-25T12:00:00Z ^01X a",
                "2024-06-25T12:00:00Z ^01O",
                "2024-06-25T12:00:00Z ^01O-a",
                "2024-06-25T12:00:00Z ^0gO a",
                "2024-06-25T12:00:00Z ^a1O a",
            })
    void iso8601(String text) {
        assertEnd(WallTime::isoEnd, text, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "06-25 12:00:00.123  1234  1234 W kernel  : ^a", "06-25 12:00:00.123     0     0 W         : ^a",
        "2024-06-25 12:00:00.123456  root     0     0 W kernel  : ^a", "06-25 12:00:00.123  1234  1234 W app  : a",
        "06-25 12:00:00.123  1234  1234 X kernel  : a", "06/25 12:00:00.123  1234  1234 W kernel  : a",
        "06-25 12:00:00  1234  1234 W kernel  : a", "06",
    })
    void logcat(String text) {
        assertEnd(LogcatHead::end, text, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "Jun 25 12:00:00 host kernel: ^a",
        "Jun  5 12:00:00 kernel:^",
        "Jun  5 12:00:00 host kernel:^a",
        "Jun 25 12:00:00 2024 host kernel: ^a",
        "Tue Jun 25 12:00:00 2024 kern.warn kernel: ^a",
        "Jun 25 12:00:00 host user.warn kernel: ^a",
        "kernel: ^ a",
        "kernel[0]: ^a",
        "Okt 25 12:00:00 host kernel: ^a",
        "juil. 25 12:00:00.123456 host kernel: ^a",
        "Tue 2024-06-25 12:00:00 UTC host kernel: ^a",
        "mar. 2024-06-25 12:00:00 CEST host kernel: ^a",
        "1719316800.123456 host kernel: ^a",
        "6\u6708 25 12:00:00 host kernel: ^a",
        "Jun 25 12:00:00 a234567890123456789012345678901234567890123456789012345678901234 kernel: a",
        "Jun 25 12:00:00 a23456789012345678901234567890123456789012345678901234567890123 kernel: ^a",
        // Others, or no heads at all
        "kernel[1]: a",
        "kernel::sync a",
        "kernel a",
        "kerne: a",
        "Jun 25 12:00 host kernel: a",
        "Jun 25 12:00:00 host systemd: a",
        "Jun 25 12:00:00 host: kernel: a",
        "Jun 25 12:00:00 host user.warn a",
        "Jun 25 12:00:00 host warn kernel: a",
        "Jun 25 12:00:00 host user.Warn kernel: a",
        "Jun 25 12:00:00 a b c kernel: a",
        "1719316800.12x host kernel: a",
        "1719316800. ",
        "Jun",
        "Jun ",
        "a b kernel: a",
        "a12345678901234567 25 12:00:00 host kernel: a",
        "a1234567890123456 25 12:00:00 host kernel: ^a",
    })
    void syslog(String text) {
        assertEnd(SyslogHead::end, text, -1);
    }

    /** RFC 5424: host, program, process, message, structured data. */
    @ParameterizedTest
    @CsvSource({
        "host kernel - - - ^a",
        "host kernel 1 ID47 [a b=\"c d\"] ^a",
        "host app - - - a",
        "host kernel - -",
        "kernel - - - a",
        "host kernel - - -^",
        "host kernel  - - a",
        "a234567890123456789012345678901234567890123456789012345678901234 kernel - - - ^a",
        "a2345678901234567890123456789012345678901234567890123456789012345 kernel - - - a",
    })
    void fieldsOfSyslog(String text) {
        assertEnd(SyslogHead::fieldsEnd, text, -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jun 25 12:00:00 host ^4,354,1,-;a",
                "Jun  5 12:00:00 192.168.1.2 ^4,1,1,-;a",
                "2024-06-25T12:00:00+02:00 host ^4,1,1,-;a",
                "2024-06-25 12:00:00 host ^4,1,1,-;a",
                "4,354,1,-;a",
                "Jun 25 12:00:00 host 4,354,1,-",
                "June 25 12:00:00 host 4,1,1,-;a",
                "Jun",
            })
    void senders(String text) {
        assertEnd(SyslogHead::senderEnd, text, 0);
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
