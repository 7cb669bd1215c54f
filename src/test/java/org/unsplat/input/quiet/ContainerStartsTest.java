package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerStartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "From a@b Mon Jan  1 00:00:00 2024|true",
                "MESSAGE-ID: <1@b>|true",
                "Received: from a|true",
                "Return-Path: a|true",
                "delivered-to: a|true",
                "X-Original-To: a|true",
                "commit 0123|true",
                "__CURSOR=1|true",
                "@@ -1,2 +1,2 @@|true",
                "{\"a\": 1}|true",
                "  {\"a\": 1}|true",
                "\t{|true",
                "\u001e{|true",
                "- {dt: 1}|true",
                "  - {dt: 1}|true",
                "Panic#1 Part1|true",
                "Oops#1 Part1|true",
                "\0[\0|true",
                " From a|false",
                "\tcommit 0123|false",
                "From: a|false",
                "Fro|false",
                "- a|false",
                "- |false",
                "eth0: up|false",
                "oopsx|false",
                "[|false",
                "@@@ -1|false",
                "`  `|false",
                "`panic\u0003`|false",
            })
    void afterSomeLinesTextMayBeEncoded(String line, boolean is) {
        // What comes behind the end does not count
        var bytes = ("x" + line + "m # -{ ").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(is, ContainerStarts.beginAt(bytes, 1, 1 + line.length()));
    }
}
