package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.mail.Messages;
import org.unsplat.model.Origin;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Where;

class OriginTest {

    private static final String HASH = "0123456789abcdef0123";

    private static String commit(String digit, String title, String trailers) {
        return "commit " + digit.repeat(40) + "\nAuthor: Bob <bob@example.org>\nDate:   Mon Jan 1 00:00:00 2024\n\n    "
                + title + "\n    \n    [   12.345678] text\n    \n" + trailers.indent(4) + "\n";
    }

    private static Origin ofCommit(String syzbotId, String subject, List<String> fixes) {
        return new Origin(
                syzbotId,
                null,
                subject,
                "2024-01-01T00:00:00",
                null,
                List.of(),
                fixes,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Origin of(Cleaned input, String text) {
        return input.iterator().originOf(input.messages().get(input.texts().indexOf(text)));
    }

    @Test
    void aMailTellsItsHeadersAndTrailers() {
        var input = Cleaned.of("""
                From: syzbot <syzbot+%s@example.org>
                Subject: =?UTF-8?Q?caf=C3=A9?= in
                 two lines
                Message-Id: <1@example.org>

                dashboard link: https://syzkaller.appspot.com/bug?extid=%s
                text
                Closes: https://example.org/2
                Fixes: 0123456789ab ("x: y")
                > Link: <https://example.org/3>
                """.formatted(HASH, HASH));
        assertEquals(
                new Origin(
                        HASH,
                        "1@example.org",
                        "caf\u00e9 in two lines",
                        null,
                        null,
                        List.of(
                                "https://syzkaller.appspot.com/bug?extid=" + HASH,
                                "https://example.org/2",
                                "https://example.org/3"),
                        List.of("0123456789ab (\"x: y\")"),
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                of(input, "text"));
    }

    @Test
    void theHeadTellsTheDateAndTheList() {
        var posted = originOf("Date: Tue, 25 Jun 2024 12:00:00 +0200 (CEST)\n"
                + "List-Id: <other.example.org>\nList-Post: <mailto:toys@example.org>\n");
        assertEquals("2024-06-25T12:00:00+02:00", posted.date());
        assertEquals("toys@example.org", posted.list());
        assertEquals(
                "toys@example.org",
                originOf("X-Mailing-List: toys@example.org\n").list());
        assertEquals(
                "toys@lists.example.org",
                originOf("List-ID: All toys <toys.lists.example.org>\n").list());
        var none = originOf("Date: yesterday\nList-Post: NO\nList-Id: toys\n");
        assertNull(none.date());
        assertNull(none.list());
    }

    private static Origin originOf(String headers) {
        return of(Cleaned.of("From: a\nSubject: s\n" + headers + "\ntext\n"), "text");
    }

    /** Mailers break a character between two words; what is not encoded as it says stays as it is. */
    @ParameterizedTest
    @CsvSource({
        "a=?utf-8?Q?=E2=82?= =?UTF-8?B?rA==?= z, a\u20ac z",
        "=?utf-8?Q?a?= =?iso-8859-1?Q?=F6?= b =?utf-8?q?c?=, a\u00f6 b c",
        "=?utf-8?B?!!!?= x, =?utf-8?B?!!!?= x",
        "=?utf-8?Q?a?= =?utf-8?B?!!!?= =?utf-8?Q?c?=, a =?utf-8?B?!!!?= c",
        "=?utf-8?Q??= x, x"
    })
    void aSubjectIsDecoded(String subject, String decoded) {
        var headers = Cleaned.of("From: a\nSubject: " + subject + "\nMessage-ID: <1@b>\n\ntext\n");
        assertEquals(decoded, of(headers, "text").subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<1.a-\n 23@b>", "\n <1.a-23@b>", "(moved) <1.a-23@b> (as <2@b>)", "1.a-23@b", "<1.a-23@b"})
    void anIdMayBeFolded(String id) {
        assertEquals("1.a-23@b", originOf("Message-ID: " + id + "\n").messageId());
    }

    /** In one line or in many, before what else the head says. */
    @ParameterizedTest
    @ValueSource(strings = {", ", ",\n ", ",\n\t"})
    void aLongHeaderHidesNoOther(String joint) {
        var to = "u@example.org" + (joint + "u@example.org").repeat(70_000);
        for (var name : List.of("To", "X-Toy")) {
            var origin = originOf(name + ": " + to + "\nDate: Tue, 25 Jun 2024 12:00:00 +0200\nMessage-ID: <1@b>\n");
            assertEquals("s", origin.subject());
            assertEquals("1@b", origin.messageId());
            assertEquals("2024-06-25T12:00:00+02:00", origin.date());
        }
    }

    /** Who answers syzbot has its address among those that get the mail. */
    @Test
    void theBugIsInAnyAddress() {
        var address = "syzbot <syzbot+" + HASH + "@syzkaller.appspotmail.com>";
        assertEquals(HASH, originOf("To: " + address + "\n").syzbotId());
        assertEquals(
                HASH,
                originOf("Cc: b@example.org,\n " + address + "\nTo: " + address + "\n")
                        .syzbotId());
    }

    @Test
    void syzbotTellsOfItsRun() {
        var input = Cleaned.of("""
                > HEAD commit:    0123456789ab x: add z
                > git tree:       git://example.org/x.git for-next
                > console output: https://syzkaller.appspot.com/x/log.txt?x=1
                > kernel config:  https://syzkaller.appspot.com/x/.config?x=2
                > syz repro:      https://syzkaller.appspot.com/x/repro.syz?x=3
                > C reproducer:   https://syzkaller.appspot.com/x/repro.c?x=4
                > text
                > HEAD commit:    ba9876543210 y
                """);
        var origin = of(input, "text");
        assertEquals("0123456789ab", origin.commit());
        assertEquals("git://example.org/x.git for-next", origin.tree());
        assertEquals("https://syzkaller.appspot.com/x/log.txt?x=1", origin.log());
        assertEquals("https://syzkaller.appspot.com/x/.config?x=2", origin.config());
        assertEquals(
                List.of("https://syzkaller.appspot.com/x/repro.syz?x=3", "https://syzkaller.appspot.com/x/repro.c?x=4"),
                origin.reproducers());
    }

    /** A head is held back until it ends; one that is larger than any mail's is text. */
    @Test
    void aHeadOfMuchTextIsNone() {
        var value = "x".repeat(9_000);
        assertEquals("s", originOf(("X-Long: " + value + "\n").repeat(1_800)).subject());
        var log = Cleaned.of("From: a\nSubject: s\n" + ("X-Long: " + value + "\n").repeat(1_900) + "\ntext\n");
        assertNull(of(log, "text"));
        assertTrue(log.texts().contains("Subject: s"), "it is read as text");
    }

    @Test
    void everyMailOfAnMboxHasItsOwn() {
        var input = Cleaned.of("""
                From a Mon Jan  1 00:00:00 2024
                From: a
                Subject: first

                one

                From b Mon Jan  1 00:00:00 2024
                From: b
                Subject: second

                two
                """);
        assertEquals("first", of(input, "one").subject());
        assertEquals("second", of(input, "two").subject());
        assertEquals(List.of("one", "", "two"), input.texts());
    }

    /** What git format-patch writes begins as an mbox does. */
    @Test
    void aPatchInAMailIsPartOfTheMail() {
        var patch = "From " + "a".repeat(40) + " Mon Sep 17 00:00:00 2001\nFrom: b\n"
                + "Date: Tue, 25 Jun 2024 12:00:00 +0200\nSubject: [PATCH] inner\n\ntext\n";
        var mail = "From: a\nSubject: outer\nMessage-ID: <1@example.org>\n\nsee below\n\n";
        assertEquals("outer", of(Cleaned.of(mail + patch), "text").subject());
        assertNull(of(Cleaned.of(mail + patch), "text").date());
        assertEquals("[PATCH] inner", of(Cleaned.of(patch), "text").subject());
        assertEquals("2024-06-25T12:00:00+02:00", of(Cleaned.of(patch), "text").date());
    }

    @Test
    void everyCommitHasItsOwn() {
        var input = Cleaned.of(
                commit("a", "one", "Reported-by: syzbot+" + HASH + "@example.org") + commit("b", "two", "Fixes: 1234"));
        assertEquals(
                ofCommit(HASH, "one", List.of()),
                input.iterator().originOf(input.messages().get(6)));
        assertEquals(
                ofCommit(null, "two", List.of("1234")),
                input.iterator().originOf(input.messages().get(input.messages().size() - 1)));
    }

    @Test
    void aCommitThatAMailCitesIsPartOfTheMail() {
        var input = Cleaned.of("From: a\nSubject: s\n\n" + commit("a", "one", "") + "text\n");
        assertEquals("s", of(input, "text").subject());
    }

    @Test
    void aPastedTextTellsItsTrailers() {
        assertEquals(
                List.of("1234"), of(Cleaned.of("text\n\nFixes: 1234\n"), "text").fixes());
    }

    /** Who asks for the trailer names it at the start of a line, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Fixes: tag.", "Fixes: the race", "Fixes: added words", "Fixes: 12", "Fixes: 0123456789abx"})
    void aSentenceIsNoTrailer(String line) {
        assertEquals(List.of(), originOf("\n" + line + "\n").fixes());
    }

    /** Below a quote mark and without, at a blank of the title. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fixes: 0123456789ab (\"x: add#y and z\")#Link: https://example.org | 0123456789ab (\"x: add y and z\")",
                "> Fixes: 0123456789ab (\"x: add#> y and z\")#> # | 0123456789ab (\"x: add y and z\")",
                "Fixes: commit 0123456789ab (x: add#y) | commit 0123456789ab (x: add y)",
                "Fixes: ^0123456789ab (\"x: add y\")#(more) | ^0123456789ab (\"x: add y\")",
                "Fixes: 0123456789ab (\"x: add#Link: https://example.org | 0123456789ab (\"x: add",
                "Fixes: 0123456789ab (\"x: add##y\") | 0123456789ab (\"x: add"
            })
    void aLongTitleIsOnTwoLines(String lines, String fix) {
        assertEquals(
                List.of(fix), originOf("\n" + lines.replace('#', '\n') + "\n").fixes());
    }

    @Test
    void aConsoleLogHasNone() {
        assertNull(of(Cleaned.of("[   12.345678] text\n[   12.345679] Link: https://example.org\n"), "text"));
    }

    @Test
    void aLetterIsSettledWhenItHasEndedAndALogWhenItIsLong() {
        var report = ReportRecordBuilder.builder().where(new Where("x", 2, 2)).build();
        var text = "one\n".repeat(2 * Messages.PASTE_LIMIT);
        var lines = new CleanLines(Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x"));
        lines.next();
        assertFalse(lines.isSettled(lines.message(), report));
        for (var left = Messages.PASTE_LIMIT; left > 0; left--) {
            lines.next();
        }
        assertTrue(lines.isSettled(lines.message(), report));
        var mail = Cleaned.of("From: a\nSubject: s\n\n" + text);
        assertTrue(mail.iterator().isSettled(1, report));
    }

    /** What waits for more of its kind is not kept beyond its mail: the next one may be the thousandth. */
    @Test
    void partsOfACrashEndWithTheMail() {
        var mail =
                "From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nMessage-ID: <%d@b>\nSubject: s%<d\n\nOops#1 Part%d\npart in %<d\n\n";
        var mails = new StringBuilder();
        for (var number = 1; number <= 1200; number++) {
            mails.append(mail.formatted(number, number));
        }
        var cleaned = Cleaned.of(mails.toString());
        var parts = cleaned.texts().stream()
                .filter(text -> text.startsWith("part in "))
                .toList();
        assertEquals(1200, parts.size());
        assertEquals(List.of("part in 1", "part in 2"), parts.subList(0, 2), "parts of other mails do not come first");
        assertEquals(cleaned.messages().stream().sorted().toList(), cleaned.messages());
    }
}
