package org.unsplat.input.console;

import static org.unsplat.input.console.PrefixPartsTest.assertEnd;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the dates and heads end that tools write before a line of the kernel; as in {@link PrefixPartsTest}. */
class DatePartsTest {

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
}
