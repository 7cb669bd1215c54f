package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5322, and the line that begins a mail in an mbox (RFC 4155). */
class HeaderBlockTest {

    private static HeaderBlock of(String... lines) {
        var block = new HeaderBlock();
        for (var line : lines) {
            assertTrue(block.add(line), line);
        }
        return block;
    }

    @ParameterizedTest
    @CsvSource({
        "From a@b Mon Jan  1 00:00:00 2024, true",
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001, true",
        "From a@b Mon Jan  1 00:00:00 2024 x, false",
        "From a@b 2024, false",
        "From: a@b 00:00:00 2024, false",
        "from a@b Mon Jan  1 00:00:00 2024, false",
    })
    void anMboxLineEndsWithTheYear(String line, boolean is) {
        assertEquals(is, HeaderBlock.isMboxLine(line));
    }

    @Test
    void anMboxLineIsNotLong() {
        assertTrue(HeaderBlock.isMboxLine("From " + "a".repeat(289) + ":00 1"));
        assertFalse(HeaderBlock.isMboxLine("From " + "a".repeat(290) + ":00 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "azAZ09-_: b", "X-Toy:b"})
    void aHeaderBeginsWithItsName(String line) {
        assertTrue(HeaderBlock.isHeader(line));
        assertTrue(new HeaderBlock().add(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {":a", "a", "a b: c", "\u00e4: b", "`:", "{:", "@:", "[:", "/:", ";:", ".:"})
    void otherTextHasNone(String line) {
        assertFalse(HeaderBlock.isHeader(line));
        assertFalse(new HeaderBlock().add(line));
    }

    /** A line has 78 characters. */
    @Test
    void aNameFitsOnALine() {
        assertTrue(HeaderBlock.isHeader("a".repeat(76) + ":"));
        assertFalse(HeaderBlock.isHeader("a".repeat(77) + ":"));
    }

    @ParameterizedTest
    @CsvSource({"Received: from a, true", "MESSAGE-ID: <1@b>, true", "Subject: s, false", "received, false", ":, false"
    })
    void someAreOfMailsOnTheirWay(String line, boolean is) {
        assertEquals(is, HeaderBlock.isTransport(line));
    }

    @Test
    void aHeaderGoesOnBehindABlank() {
        var block = of("Subject:  a ", " b", "\tc  ", "To: d");
        assertEquals("a b c", block.get("subject"));
        assertEquals("d", block.get("to", "x"));
        assertEquals("x", block.get("cc", "x"));
        assertFalse(new HeaderBlock().add(" a"));
        assertFalse(block.add(" "));
        assertFalse(block.add(""));
    }

    @Test
    void anMboxLineIsTheFirst() {
        var mbox = "From a@b Mon Jan  1 00:00:00 2024";
        assertFalse(of(mbox).add(mbox));
        assertFalse(of("To: a").add(mbox));
        assertFalse(of(mbox).add(" a"));
    }

    /** At the start of an input two headers that all mails have suffice; elsewhere people cite such. */
    @ParameterizedTest
    @CsvSource({
        "From: a|Subject: b, true, false",
        "From: a|Date: b, true, false",
        "To: a|Subject: b, true, false",
        "To: a|Date: b, false, false",
        "From: a, false, false",
        "From: a|X-Toy: b, false, false",
        "From a@b Mon Jan  1 00:00:00 2024|From: a|Subject: b, true, true",
        "From a@b Mon Jan  1 00:00:00 2024|From: a, false, false",
        "From: a|Message-ID: <1@b>, true, true",
        "Subject: a|Received: b, true, true",
    })
    void theseHeadersAreThoseOfAMail(String lines, boolean atStart, boolean elsewhere) {
        var block = of(lines.split("\\|"));
        assertEquals(atStart, block.isMail(true));
        assertEquals(elsewhere, block.isMail(false));
        assertEquals(lines.contains("Message-ID") || lines.contains("Received"), block.isDelivered());
    }

    @Test
    void aHeaderOfAnyLengthIsCut() {
        var longest = "a".repeat(8191);
        assertCut(false, longest, of("Subject: " + longest));
        assertCut(true, longest, of("Subject: " + longest + "b"));
        assertCut(false, longest + " c d", of("Subject: " + longest, " c d"));
        assertCut(false, longest + "a", of("Subject:" + longest + "a"));
        assertCut(true, longest + "a", of("Subject:" + longest + "a", " c"));
        var ignored = of("X-Toy: " + longest + "b", " c", " d");
        assertFalse(ignored.isCut());
    }

    private static void assertCut(boolean isCut, String subject, HeaderBlock block) {
        assertEquals(subject, block.get("subject"));
        assertEquals(isCut, block.isCut());
    }
}
