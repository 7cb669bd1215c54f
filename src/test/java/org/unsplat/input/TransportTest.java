package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One report through every transport: its texts come out the same each time. */
class TransportTest {

    private static final String REPORT = """
            ======================================================
            WARNING: possible circular locking dependency detected
            6.99.0-test #1 Not tainted
            ------------------------------------------------------
            worker/77 is trying to acquire lock:
            ffff888012345678 (&a->lock){+.+.}-{4:4}, at: take_a+0x1c/0x40 [mod]

            but task is already holding lock:
            ffff888012345699 (&(&b->lock)->rlock#2/1){+.+.}-{4:4}, at: take_b+0xe/0x40

            which lock already depends on the new lock.

            -> #1 (&b->lock){+.+.}-{4:4}:
                   lock_acquire+0xa5/0x290
                   take_b+0xe/0x40

            [ BUG: Invalid wait context ]
             Possible unsafe locking scenario:

                   CPU0                    CPU1
                   ----                    ----
              lock(&b->lock);
                                           lock(&a->lock);

             *** DEADLOCK ***

            1 lock held by worker/77:
             #0: ffff888012345699 (&b->lock){+.+.}-{4:4}, at: take_b+0xe/0x40
            ==================================================================
            BUG: KCSAN: data-race in reader / writer

            write to 0xffff888012345678 of 8 bytes by task 77 on cpu 1:
             writer+0x1/0x2
              |
              +-> reordered to: later+0x3/0x4

            stack backtrace:
            Call Trace:
             <TASK>
             [<ffffffff81012345>] ? old_frame+0x1/0x2
             => ret_from_fork+0x1/0x2
            [<ffffffff81012345>] older_frame+0x1/0x2
             </TASK>
            """;

    private static final List<String> TEXTS = REPORT.lines().toList();

    private static String each(UnaryOperator<String> change) {
        return TEXTS.stream().map(change).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String text, String sign) {
        return text.lines().map(line -> sign + line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What a mailer's reader leaves: no blanks at the end. */
    private static String trimmed(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String mail(String headers, String body) {
        return "From: bob@example.org\nSubject: a report\nMessage-ID: <1@example.org>\n" + headers + "\n" + body;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String numbered(Function<Integer, String> line) {
        return IntStream.range(0, TEXTS.size()).mapToObj(line::apply).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String printk() {
        return each(line -> "[   12.345678][ T1234] " + line);
    }

    private static String quotedPrintable(String text) {
        var lines = text.replace("=", "=3D").lines();
        return lines.map(line -> line.length() < 60 ? line : cut(line)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cut(String line) {
        // Not within an escape
        var at = line.lastIndexOf('=', 57) >= 55 ? line.lastIndexOf('=', 57) : 58;
        return line.substring(0, at) + "=\n" + line.substring(at);
    }

    /** As dmesg(1) shows a record that begins with an empty line. */
    private static String dmesg() {
        var prefix = "[   12.345678] ";
        return numbered(at -> at > 0 && TEXTS.get(at - 1).isEmpty() ? " ".repeat(prefix.length()) + TEXTS.get(at) : prefix + TEXTS.get(at));
    }

    private static String kmsg() {
        var record = new StringBuilder();
        for (var text : TEXTS) {
            record.append(record.isEmpty() ? "" : "\\x0a").append(text);
        }
        return "4,1,12345678,-,caller=T1234;" + record + "\n SUBSYSTEM=pci\n DEVICE=+pci:0\n";
    }

    private static String journalExport() {
        var data = REPORT.stripTrailing();
        var length = data.length();
        return "__CURSOR=s=1\n_TRANSPORT=kernel\nMESSAGE\n" + (char) (length & 0x7f | 0x80 & length) + (char) (length >> 8) + "\0\0\0\0\0\0"
                + data + "\nPRIORITY=4\n_SOURCE_MONOTONIC_TIMESTAMP=12345678\n\n";
    }

    private static Map<String, String> transports() {
        var all = new TreeMap<String, String>();
        all.put("bare", REPORT);
        all.put("CRLF", REPORT.replace("\n", "\r\n"));
        all.put("CR CRLF", REPORT.replace("\n", "\r\r\n"));
        all.put("NULs", REPORT.replace("\n", "\0\n\0"));
        all.put("time", each(line -> "[   12.345678] " + line));
        all.put("caller", each(line -> "[ T1234] " + line));
        all.put("time and caller", printk());
        all.put("time and caller, trimmed", trimmed(printk()));
        all.put("level", each(line -> "<4>" + line));
        all.put("level and time", each(line -> "<4>[   12.345678] " + line));
        all.put("dmesg -T", each(line -> "[Tue Jun 25 12:00:00 2024] " + line));
        all.put("dmesg -x", each(line -> "kern  :warn  : [   12.345678] " + line));
        all.put("dmesg -H", each(line -> "[  +0.000001] " + line));
        all.put("dmesg, indented", dmesg());
        all.put("dmesg, indented, trimmed", trimmed(dmesg()));
        all.put("dmesg, indented, quoted", trimmed(quoted(dmesg(), "> > ")));
        all.put("dmesg --json", numbered(at -> "      {\n         \"pri\": 4,\n         \"time\":    12.345678,\n         \"msg\": \""
                + json(TEXTS.get(at)) + "\"\n      },").replace("},\n      {", "},{").replaceFirst("^", "{\n   \"dmesg\": [\n") + "   ]\n}\n");
        all.put("jq -c", numbered(at -> "{\"pri\":4,\"time\":12.345678,\"msg\":\"" + json(TEXTS.get(at)) + "\"}"));
        all.put("jq -c, one line", numbered(at -> "{\"pri\":4,\"time\":12.345678,\"msg\":\"" + json(TEXTS.get(at)) + "\"}")
                .stripTrailing().replace("\n", ",").replaceFirst("^", "{\"dmesg\":[") + "]}\n");
        all.put("journalctl -o json", numbered(at -> "{\"_TRANSPORT\":\"kernel\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"12345678\",\"MESSAGE\":\""
                + json(TEXTS.get(at)) + "\"}"));
        all.put("journalctl -o export", numbered(at -> "__CURSOR=s=" + at + "\n_TRANSPORT=kernel\nMESSAGE=" + TEXTS.get(at) + "\n"));
        all.put("journalctl -o export, one entry", journalExport());
        all.put("journalctl", each(line -> "Jun 25 12:00:00 host kernel: " + line));
        all.put("rsyslog", each(line -> "2024-06-25T12:00:00.123456+00:00 host kernel: [   12.345678] " + line));
        all.put("rsyslog, #012", "Jun 25 12:00:00 host kernel: [   12.345678] " + String.join("#012", TEXTS) + "\n");
        all.put("logread", each(line -> "Tue Jun 25 12:00:00 2024 kern.warn kernel: [   12.345678] " + line));
        all.put("kmsg", numbered(at -> "4," + at + ",12345678,-,caller=T1234;" + TEXTS.get(at)));
        all.put("kmsg, one record", kmsg());
        all.put("netconsole", numbered(at -> "6.12.0,4," + at + ",12345678,-;" + TEXTS.get(at)));
        all.put("Samsung", each(line -> "[   12.345678]I[0:      swapper/0:    0] " + line));
        all.put("Qualcomm", each(line -> "<4>[   12.345678]  (1)[0:swapper/1]" + line));
        all.put("MediaTek", each(line -> "[   12.345678] <0>" + line));
        all.put("LAVA", numbered(at -> "- {\"dt\": \"2024-06-25T12:00:00.123456\", \"lvl\": \"target\", \"msg\": \"[   12.345678] "
                + json(TEXTS.get(at)) + "\"}"));
        all.put("LAVA, YAML", numbered(at -> "- {dt: '2024-06-25T12:00:00.123456', lvl: target, msg: '[   12.345678] "
                + TEXTS.get(at).replace("'", "''") + "'}"));
        all.put("GitHub", each(line -> "2024-06-25T12:00:00.1234567Z [   12.345678][ T1234] " + line));
        all.put("GitHub, bare", each(line -> "2024-06-25T12:00:00.1234567Z " + line));
        all.put("GitLab", each(line -> "2024-06-25T12:00:00.123456Z 01O " + line));
        all.put("colours", each(line -> "\u001b[32m[   12.345678] \u001b[0m\u001b[33m" + line + "\u001b[0m"));
        all.put("login", each(line -> "syzkaller login: [   12.345678][ T1234] " + line));
        all.put("git log", mailLess("commit 0123456789abcdef0123456789abcdef01234567\nAuthor: Bob <bob@example.org>\n\n    title\n\n", "    "));
        all.put("Markdown", mailLess("* a list\n\n", "      "));
        all.put("entities", REPORT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        for (var sign : List.of("> ", ">> ", "> > ", "> >> ", "| ", "> | ", "  | ", "| > ", "+ ", ">", ">>")) {
            all.put("quoted with '" + sign + "'", quoted(REPORT, sign));
            all.put("quoted with '" + sign + "', time", quoted(printk(), sign));
            all.put("quoted with '" + sign + "', time, trimmed", trimmed(quoted(printk(), sign)));
        }
        all.putAll(mails());
        return all;
    }

    private static String mailLess(String head, String indentation) {
        return head + each(line -> line.isEmpty() ? "" : indentation + line);
    }

    private static Map<String, String> mails() {
        var all = new TreeMap<String, String>();
        var base64 = Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(REPORT.getBytes(StandardCharsets.UTF_8));
        all.put("mail", mail("", REPORT));
        all.put("mail, quoted", mail("", quoted(printk(), "> ")));
        all.put("mail, mbox", "From bob Mon Jan  1 00:00:00 2024\n" + mail("", REPORT));
        all.put("mail, quoted-printable", mail("Content-Transfer-Encoding: quoted-printable\n", quotedPrintable(REPORT)));
        all.put("mail, quoted-printable, quoted", mail("Content-Transfer-Encoding: quoted-printable\n", quotedPrintable(quoted(printk(), "> "))));
        all.put("mail, base64", mail("Content-Transfer-Encoding: base64\nContent-Type: text/plain;\n\tcharset=utf-8\n", base64));
        all.put("mail, nbsp", mail("Content-Type: text/plain; charset=utf-8\n", REPORT.replace("  ", "\u00a0 ")));
        all.put("mail, flowed", mail("Content-Type: text/plain; format=flowed\n", each(line -> line.startsWith(" ") ? " " + line : line)));
        all.put("mail, flowed, quoted", mail("Content-Type: text/plain; format=flowed\n", quoted(printk(), "> ")));
        all.put("mail, HTML", mail("Content-Type: text/html\n", html()));
        all.put("mail, multipart", mail("Content-Type: multipart/alternative; boundary=\"b 1\"\n",
                "--b 1\nContent-Type: text/plain\n\n" + REPORT + "--b 1\nContent-Type: text/html\n\n" + html() + "--b 1--\n"));
        all.put("mail, attached", mail("Content-Type: multipart/mixed; boundary=b1\n",
                "--b1\nContent-Type: application/octet-stream; name=dmesg.log\nContent-Transfer-Encoding: base64\n\n" + base64 + "\n--b1--\n"));
        return all;
    }

    private static String html() {
        return "<html><body><pre>" + REPORT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre></body></html>\n";
    }

    @Test
    void utf16IsRead() {
        var texts = Cleaned.of(("\ufeff" + REPORT.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE)).texts();
        assertEquals(TEXTS, texts.subList(0, TEXTS.size()));
    }

    @TestFactory
    Stream<DynamicTest> theTextsAreTheSame() {
        return transports().entrySet().stream().map(transport -> DynamicTest.dynamicTest(transport.getKey(), () -> {
            var texts = Cleaned.of(transport.getValue().getBytes(StandardCharsets.UTF_8)).texts();
            var start = Math.max(0, texts.indexOf(TEXTS.get(0)));
            var found = texts.subList(start, Math.min(texts.size(), start + TEXTS.size()));
            assertEquals(String.join("\n", TEXTS), String.join("\n", found));
        }));
    }
}
