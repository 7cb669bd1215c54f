package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Where;

/** The trailers of Documentation/process/submitting-patches.rst, and what else says where a report comes from. */
class MessageTest {

    private static final String ID = "0123456789abcdef0123";

    private static Message of(String... lines) {
        var message = new Message();
        for (var line : lines) {
            message.read(line);
        }
        return message;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Link: https://a/1 | https://a/1",
                "    Link: <https://a/1> [1] | https://a/1",
                "Closes: https://a/1 | https://a/1",
                "BugLink: http://a/1 | http://a/1",
                "dashboard link: https://a/1 | https://a/1",
                "Link: see https://a/1 | https://a/1",
                "Link: a |",
                "Linked: https://a/1 |",
                "link: https://a/1 |",
                "Closed: https://a/1 |",
                "Bug: https://a/1 |",
                "dashboard: https://a/1 |",
                "https://a/1 |",
            })
    void linksAreInTrailers(String line, String link) {
        var origin = of("", line).origin();
        assertEquals(link, origin == null ? null : origin.links().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reported-by: syzbot+0123456789abcdef0123@a.org | 0123456789abcdef0123",
                "Reported-and-tested-by: a <syzbot+0123456789abcdef@a.org> | 0123456789abcdef",
                "Link: https://syzkaller.appspot.com/bug?extid=0123456789abcdef | 0123456789abcdef",
                "Reported-by: syzbot+0123456789abcde@a.org |",
                "Reviewed-by: syzbot+0123456789abcdef@a.org |",
                "Reported-by: 0123456789abcdef@a.org |",
                "Link: https://syzkaller.appspot.com/bug?id=0123456789abcdef |",
                "Reported-by: syzbot+0123456789abcdef@a.org, syzbot+0123456789abcdef@a.org | 0123456789abcdef",
                "Reported-by: syzbot+0123456789abcdef@a.org, syzbot+fedcba9876543210@a.org |",
            })
    void oneBugOfSyzbotIsNamed(String line, String id) {
        var origin = of(line).origin();
        assertEquals(id, origin == null ? null : origin.syzbotId());
    }

    @Test
    void aHundredOfEachAreKept() {
        var all = IntStream.range(1000, 1100).mapToObj(at -> "Fixes: " + at).toList();
        var message = of(all.toArray(String[]::new));
        message.read("Fixes: 1000");
        assertEquals(false, message.isFull(), "it is there");
        message.read("Fixes: 1100");
        assertEquals(true, message.isFull());
        assertEquals(100, message.origin().fixes().size());
        assertEquals(
                List.of("a".repeat(1000)),
                of("Fixes: " + "a".repeat(1000)).origin().fixes());
        assertEquals(true, of("Fixes: " + "a".repeat(1001)).isFull());
        assertNull(of("Fixed: 1001").origin());
    }

    /** What was pasted is not that long, but a mail may be. */
    @Test
    void aLogHasNoTrailers() {
        for (var isMail : new boolean[] {false, true}) {
            var message = new Message();
            if (isMail) {
                message.title("a");
            }
            for (var line = 1; line < Messages.PASTE_LIMIT; line++) {
                message.read("a");
            }
            message.read("Fixes: 1001");
            message.read("Fixes: 1002");
            assertEquals(
                    isMail ? List.of("1001", "1002") : List.of("1001"),
                    message.origin().fixes());
            assertEquals(Messages.PASTE_LIMIT + 1, message.lines());
        }
    }

    @Test
    void theFirstTitleAndDateCount() {
        var message = new Message();
        assertEquals(false, message.hasHead());
        message.title("a");
        message.title("b");
        message.date("--");
        message.date("Jun 25 12:00:00");
        message.date("2024-06-25 12:00:00 +0200");
        message.date("2023-06-25 12:00:00 +0200");
        assertEquals(true, message.hasHead());
        assertEquals("a", message.origin().subject());
        assertEquals("2024-06-25T12:00:00+02:00", message.origin().date());
    }

    /** One of these is enough. */
    @ParameterizedTest
    @ValueSource(strings = {"Link: https://a/", "Fixes: 1001", "Reported-by: syzbot+" + ID, "git tree:  a"})
    void anOriginIsKnown(String line) {
        assertNull(of("a").origin());
        assertEquals(true, of(line).origin() != null);
        var dated = new Message();
        dated.date("2024-06-25 12:00:00 +0200");
        assertEquals("2024-06-25T12:00:00Z", dated.origin().date().replace("+02:00", "Z"));
    }

    /** A report in this line of a message whose lines begin at 5: {@code t} with a time, {@code q} quoted, else words. */
    private static boolean isConsole(String lines, int first, boolean isBare) {
        var message = new Message();
        var number = 5;
        for (var kind : lines.toCharArray()) {
            message.note(number++, kind == 't' ? "" : kind == 'k' ? "eth0: up" : "Words", kind == 'q');
        }
        var where = new Where("x", first, first + 1, isBare ? null : new Where.TimeSpan(1, 2), null, null);
        return message.isConsole(
                ReportRecordBuilder.builder().where(where).complete(true).build());
    }

    @ParameterizedTest
    @CsvSource({
        // Nobody writes so much before a report
        "w, 260, false, false",
        "w, 261, false, true",
        "q, 261, false, true",
        // Lines that all have a time
        "t, 20, false, false",
        "t, 21, false, true",
        "tq, 21, false, false",
        "tw, 21, false, false",
        "tttttttttttttttttw, 21, false, true",
        // A report without times
        "t, 6, true, true",
        "kk, 7, true, true",
        "kk, 7, false, false",
        "kw, 7, true, false",
        "k, 6, true, false",
    })
    void aConsoleIsToldByWhatComesBefore(String lines, int first, boolean isBare, boolean isConsole) {
        assertEquals(isConsole, isConsole(lines, first, isBare));
    }

    @Test
    void aReportThatIsNotWholeTellsNothing() {
        var report = ReportRecordBuilder.builder()
                .where(new Where("x", 5, 6))
                .complete(false)
                .build();
        var message = new Message();
        message.note(5, "", false);
        assertEquals(false, message.isConsole(report));
    }

    @Test
    void aConsoleHasNoTrailersAndAMailIsNone() {
        var report =
                ReportRecordBuilder.builder().where(new Where("x", 900, 901)).build();
        var log = of("Fixes: 1001");
        log.note(5, "", false);
        assertEquals(true, log.isConsole(report));
        log.read("Fixes: 1002");
        assertEquals(List.of("1001"), log.origin().fixes());
        var mail = of("Fixes: 1001");
        mail.title("a");
        mail.note(5, "", false);
        assertEquals(false, mail.isConsole(report));
        mail.read("Fixes: 1002");
        assertEquals(List.of("1001", "1002"), mail.origin().fixes());
    }

    @Test
    void linesWithATimeAreCountedUpToTheFirstWithout() {
        var message = new Message();
        message.note(5, "", false);
        message.note(9, "", false);
        assertEquals(3, message.timedSince(6));
        message.note(10, "words", false);
        assertEquals(0, message.timedSince(6));
    }
}
