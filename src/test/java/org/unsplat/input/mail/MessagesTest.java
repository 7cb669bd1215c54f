package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Where;

/** Which mail, commit or pasted text a line is of. */
class MessagesTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private final Limits limits = new Limits();
    private final Messages messages = new Messages(limits);

    private RecordingLayer read(int mail, String... lines) {
        var out = new RecordingLayer();
        var layer = messages.layer(out::take);
        for (var line : lines) {
            // A time stands for the prefix of the kernel's log
            var timed = line.startsWith("[1] ");
            layer.take(new PartialLine(1, line, mail).with(line, timed ? 1.0 : null, null));
        }
        return out;
    }

    private static HeaderBlock head() {
        var head = new HeaderBlock();
        head.add("Subject: s");
        return head;
    }

    /** The subject of each message, by its number. */
    private Map<Integer, String> subjects(RecordingLayer lines) {
        var subjects = new TreeMap<Integer, String>();
        for (var line : lines.lines()) {
            var origin = messages.originOf(line.message());
            subjects.put(line.message(), origin == null ? null : origin.subject() + " " + origin.date());
        }
        return subjects;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // git log, with and without decorations
                "commit HASH;Author: a;Date:   Mon Jan 1 00:00:00 2024;;    title;;    b"
                        + " | 1 title 2024-01-01T00:00:00",
                "commit HASH (HEAD -> master);Author: a;;    title | 1 title null",
                "commit HASH;Merge: 1 2;Author: a;AuthorDate: Mon Jan 1 00:00:00 2024;;    title"
                        + " | 1 title 2024-01-01T00:00:00",
                "commit HASH;tree HASH;author a;;    title;    b | 1 title null",
                "commit HASH;Author: a;;    one;commit HASH;Author: a;;    two | 1 one null, 2 two null",
                // No commits
                "commit HASH;a;;    title | -",
                "a;Author: a;;    title | -",
                "commit HASHa;Author: a;;    title | -",
                "commit HASH-a;Author: a;;    title | -",
                "commit 0123456;Author: a;;    title | -",
                "commit HASg;Author: a;;    title | -",
                "Commit HASH;Author: a;;    title | -",
                "commit HASH;[1] a;Author: a;;    title | 1 title null",
            })
    void commitsAreFound(String text, String subjects) {
        messages.begin();
        var hash = text.replace("HASH", HASH).replace("HASg", HASH.substring(1) + "g");
        var found = subjects(read(0, hash.split(";")));
        found.values().removeIf(each -> each == null);
        assertEquals(
                subjects == null ? "{}" : "{" + subjects.replaceAll("(\\d) (\\w+) ", "$1=$2 ") + "}", found.toString());
    }

    @Test
    void aCommitThatAMailCitesIsOfTheMail() {
        messages.begin(head());
        assertEquals(
                "{0=s null}",
                subjects(read(0, "commit " + HASH, "Author: a", "", "    title"))
                        .toString());
    }

    /** Each mail begins anew, whatever the one before ended with. */
    @Test
    void aMailEndsACommit() {
        messages.begin();
        read(0, "commit " + HASH, "Author: a");
        assertEquals(2, messages.begin());
        read(2, "", "text", "Date: Mon Jan 1 00:00:00 2024");
        assertNull(messages.originOf(2));
        assertNull(messages.originOf(1));
        read(2, "commit " + HASH, "Author: a", "");
        assertEquals(4, messages.begin());
        read(4, "text");
        assertNull(messages.originOf(3));
    }

    @Test
    void aThousandEndedMessagesAreRemembered() {
        messages.begin(head());
        messages.begin(head());
        read(1, "a");
        for (var number = 2; number <= 1026; number++) {
            assertEquals(number, messages.begin(head()));
        }
        assertNull(messages.originOf(0));
        assertEquals("s", messages.originOf(1).subject(), "it goes on");
        assertNull(messages.originOf(2));
        assertEquals("s", messages.originOf(3).subject());
        assertNull(messages.originOf(9999));
    }

    private static Report report(int first, int last) {
        return ReportRecordBuilder.builder()
                .where(new Where("x", first, last, new Where.TimeSpan(1, 2), null, null))
                .complete(true)
                .build();
    }

    /** What may still come decides whether a report must wait. */
    @Test
    void aReportIsSettledWhenItsMessageHasEnded() {
        messages.begin(head());
        read(0, "a");
        assertEquals(false, messages.isSettled(0, report(1, 1)));
        messages.begin(head());
        read(1, "a");
        assertEquals(true, messages.isSettled(0, report(1, 1)));
        assertEquals(false, messages.isSettled(1, report(1, 1)));
        assertEquals(true, messages.isSettled(7, report(1, 1)), "it is forgotten");
        messages.end();
        assertEquals(true, messages.isSettled(1, report(1, 1)));
    }

    @Test
    void aReportOfAConsoleIsSettled() {
        messages.begin();
        read(0, "[1] a");
        assertEquals(true, messages.isSettled(0, report(17, 18)), "no author writes so much before it");
    }

    /** Sixteen lines with a time, and none without, are a console's. */
    @Test
    void aReportIsSettledWhenAConsoleGoesOn() {
        for (var isMail : new boolean[] {false, true}) {
            var number = isMail ? messages.begin(head()) : messages.begin();
            var layer = messages.layer(line -> {});
            for (var line = 1; line <= 19; line++) {
                layer.take(new PartialLine(line, "[1] a", number).with("a", 1.0, null));
                assertEquals(!isMail && line >= 18, messages.isSettled(number, report(1, 2)), "at " + line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongTextIsSettledUnlessItIsAMail(boolean isMail) {
        var number = isMail ? messages.begin(head()) : messages.begin();
        var layer = messages.layer(line -> {});
        for (var line = 1; line <= Messages.PASTE_LIMIT; line++) {
            layer.take(new PartialLine(1, "a", number));
        }
        assertEquals(false, messages.isSettled(number, report(1, 2)));
        layer.take(new PartialLine(1, "a", number));
        assertEquals(!isMail, messages.isSettled(number, report(1, 2)));
    }

    @Test
    void aLongTextIsALogWhileNoMailHasBegun() {
        messages.begin();
        for (var line = 1; line <= Messages.PASTE_LIMIT; line++) {
            read(0, "a");
        }
        assertEquals(false, messages.isLog());
        read(0, "a");
        assertEquals(true, messages.isLog());
        messages.begin(head());
        assertEquals(false, messages.isLog());
    }

    @Test
    void trailersThatAreLeftOutAreSaidToBe() {
        messages.begin();
        read(0, "Fixes: " + "a".repeat(1000), "Fixes: " + "a".repeat(1001));
        assertEquals(
                Map.of(
                        "a mail or commit has more than 100 links or fixes, or one of more than 1000 characters: "
                                + "it was left out of the origin",
                        1),
                limits.firstLines());
    }

    /** A line is quoted by who answers, below which more words may follow. */
    @Test
    void quotedLinesAreNoConsoles() {
        messages.begin();
        var layer = messages.layer(line -> {});
        layer.take(new PartialLine(1, "> [1] a", 0).unquoted("a", 1).with("a", 1.0, null));
        assertEquals(false, messages.isSettled(0, report(17, 18)));
    }

    @Test
    void aLineWithATimeHasNoTrailer() {
        messages.begin();
        read(0, "[1] Fixes: 1001");
        assertNull(messages.originOf(0));
    }
}
