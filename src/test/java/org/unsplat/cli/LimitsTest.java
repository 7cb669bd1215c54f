package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unsplat.ParseSchema;

/** Over a limit: a diagnostic that names it, the input and the line; the rest of the input goes on. */
class LimitsTest {

    private static final String HEAD = """
            =============================
            WARNING: suspicious RCU usage
            6.12.117 #1 Not tainted
            -----------------------------
            lkt/lkt.c:482 suspicious rcu_dereference_check() usage!
            """;

    @Test
    void aLineOfMoreThanAMegabyte() throws IOException {
        assertMet(
                "x\n" + "y".repeat((1 << 20) + 1) + "\n",
                "-:2: a line is longer than 1048576 bytes: the rest of it was left out");
        assertMet(
                "[    1.000000] " + "y".repeat(3 << 20) + "\n",
                "-:1: a line is longer than 1048576 bytes: the rest of it was left out");
    }

    @Test
    void aLineOfJustAMegabyteIsWhole() throws IOException {
        assertEquals(
                "", run("Linux version " + "y".repeat((1 << 20) - 14) + "\n").err());
    }

    @Test
    void aReportOfMoreThanTwentyThousandLines() throws IOException {
        assertMet(
                HEAD + "stack backtrace:\nCall Trace:\n" + " a+0x1/0x2\n".repeat(20_000) + "\n\n",
                "-:20001: a report has more than 20000 lines, or more than 50000 of others in between: the report was closed there, and is incomplete");
    }

    @Test
    void aLineOfAReportThatNoKernelPrints() throws IOException {
        var message =
                "a line near a report is longer than 4096 characters, which no kernel prints: it was left out of all reports";
        assertMet(
                HEAD + "stack backtrace:\nCall Trace:\n a+0x1/0x2\n b+0x1/0x2 " + "c".repeat(4096)
                        + "\n d+0x1/0x2\n\n\n",
                "-:9: " + message);
        assertMet("BUG: KCSAN: data-race in " + "a".repeat(5000) + " / b\n", "-:1: " + message);
        assertTrue(run(HEAD + "stack backtrace:\nCall Trace:\n a+0x1/0x2\n " + "c".repeat(5000) + "\n d+0x1/0x2\n")
                .out()
                .contains("\"foreign\":[9]"));
    }

    @Test
    void aLongLineFarFromAnyReportIsAnybodys() {
        assertEquals("", run("Linux version 6.12.0\n" + "a".repeat(5000) + "\n").err());
    }

    @Test
    void moreTextThanReportsCanNeed() throws IOException {
        var line = "{\"msg\":\" a+0x1/0x2\",\"pad\":\"" + "x".repeat(1 << 19) + "\"}\n";
        assertMet(
                HEAD + "stack backtrace:\nCall Trace:\n" + line.repeat(40) + "\n\n",
                "-:23: the open reports hold more than 8 MiB of text: the report was closed there, and is incomplete");
    }

    @Test
    void aMessageOfAJournalThatIsTooLong() throws IOException {
        var message = "a message in a journal is longer than 65536 characters: the rest of it was left out";
        assertMet("__CURSOR=1\n_TRANSPORT=kernel\nMESSAGE=" + "a".repeat(70_000) + "\n\n", "-:3: " + message);
        assertMet(
                "__CURSOR=1\n_TRANSPORT=kernel\nMESSAGE\n" + "aaaaaaaaa\n".repeat(7000) + "_PID=1\n\n",
                "-:6557: " + message);
    }

    @Test
    void anEntryOfAJournalWithTooManyFields() throws IOException {
        var fields = IntStream.range(0, 201)
                .mapToObj(number -> "A" + number + "=1\n")
                .collect(Collectors.joining());
        assertMet(
                "__CURSOR=1\n" + fields + "\n",
                "-:201: a journal entry has more than 200 fields: the others were left out");
    }

    @Test
    void aMessageInJsonThatIsTooLong() throws IOException {
        assertMet(
                "{\n\"msg\": \"" + "a".repeat(70_000) + "\"\n}\n",
                "-:2: a JSON record of many lines has more than 200 members, "
                        + "or its message is longer than 65536 characters: the message was left out");
    }

    @Test
    void aHeaderThatIsTooLong() throws IOException {
        var header = "From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nMessage-ID: <1@2>\nSubject: x\n"
                + (" " + "y".repeat(70) + "\n").repeat(200);
        assertMet(header + "\n", "a header of a mail is longer than 8192 characters: the rest of it was left out");
        assertEquals(
                "",
                run(header.replace("Subject: x", "Subject: x\nX-Spam-Report: x") + "\nLinux version 6.12.0\n")
                        .err(),
                "nobody asks for it");
    }

    @Test
    void aMailOfMoreThanAHundredLinks() throws IOException {
        var message =
                "a mail or commit has more than 100 links or fixes, or one of more than 1000 characters: it was left out of the origin";
        assertMet(
                IntStream.range(0, 101)
                        .mapToObj(number -> "Link: https://x/" + number + "\n")
                        .collect(Collectors.joining()),
                "-:101: " + message);
        assertMet("Fixes: " + "a".repeat(1001) + "\n", "-:1: " + message);
    }

    @Test
    void partsInPstoreThatHoldMoreThanAKernelsLog() throws IOException {
        assertMet(
                "Oops#1 Part1\n" + "\n".repeat(90_000),
                "-:83888: the parts of a crash in pstore hold more than 8 MiB: "
                        + "they were read in the order in which they stand");
    }

    @Test
    void moreThanSixteenReportsAtOnce() throws IOException {
        var heads = IntStream.rangeClosed(1, 17)
                .mapToObj(caller -> HEAD.lines()
                        .map(line -> "[    1.%06d][%6s] %s\n".formatted(caller, "T" + caller, line))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
        assertMet(heads, "-:5: more than 16 reports are open at once: the report was closed there, and is incomplete");
    }

    @Test
    void aMailOfMoreThanSixteenPartsWithinParts() throws IOException {
        var mail = new StringBuilder("From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nSubject: c\nMessage-ID: <1@2>\n");
        for (var depth = 0; depth < 18; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        assertMet(
                mail + "\nx\n--b0--\n",
                "a mail has more than 16 parts within parts: what is nested deeper was read as text");
    }

    @Test
    void quotesWithinQuotesHaveNone() throws IOException {
        var sample = Files.readString(Path.of("samples/kcsan/data-race/6.12-x86_64-marked-write.log"));
        var deep = run(sample.replaceAll("(?m)^", "> ".repeat(300)));
        assertEquals("", deep.err());
        assertTrue(
                deep.out().contains("\"kind\":\"kcsan-data-race\"")
                        && deep.out().contains("\"incomplete\":0"),
                deep.out());
    }

    /** The text meets the limit, and what comes after it is read all the same. */
    private static void assertMet(String text, String message) throws IOException {
        var sample = Files.readString(Path.of("samples/kcsan/data-race/6.12-x86_64-marked-write.log"));
        var result = run(text + sample);
        assertEquals(Exit.DONE, result.status());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(
                result.out().contains("\"code\":\"limit\"") && result.out().contains(message), "in the document too");
        assertTrue(result.out().contains("\"kind\":\"kcsan-data-race\""), "the rest is read");
        assertEquals(java.util.List.of(), ParseSchema.faults(result.out()));
    }

    private static Cli.Result run(String text) {
        return Cli.run(text.getBytes(StandardCharsets.UTF_8), "parse", "--compact");
    }
}
