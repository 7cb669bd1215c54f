package org.unsplat;

import static org.unsplat.Transport.joined;
import static org.unsplat.Transport.lines;
import static org.unsplat.Transport.records;
import static org.unsplat.Transport.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unsplat.model.Problem;

/** From the kernel to a file: consoles, terminals, and the daemons and tools that read the kernel's log. */
final class ConsoleTransports {

    static final String TIME = "[   12.345678] ";
    static final String CALLER = "[   12.345678][ T1234] ";

    /** Bytes of a record's text in one packet; the kernel's own number is some 1000. */
    private static final int PACKET = 40;

    private ConsoleTransports() {}

    static Stream<Transport> all() {
        return Stream.of(prefixes(), readers(), daemons(), vendors(), terminals(), fragments(), lost())
                .flatMap(each -> each);
    }

    private static Stream<Transport> prefixes() {
        return Stream.of(
                text("bare", Transport::joined),
                lines("printk time", line -> TIME + line),
                lines("printk caller", line -> "[ T1234] " + line),
                lines("printk time and caller", line -> CALLER + line),
                lines("printk time, blanks at the end gone", line -> (TIME + line).stripTrailing()),
                lines("level", line -> "<4>" + line),
                lines("level and time", line -> "<4>" + TIME + line));
    }

    private static Stream<Transport> readers() {
        return Stream.of(
                lines("dmesg -T", line -> "[Tue Jun 25 12:00:00 2024] " + line),
                lines("dmesg -x", line -> "kern  :warn  : " + TIME + line),
                lines("dmesg -T, in German", line -> "[Di Jun 25 12:00:00 2024] " + line),
                lines("dmesg -H", line -> "[  +0.000001] " + line),
                lines("dmesg -H, in German", line -> "[  +0,000001] " + line),
                lines("dmesg -d", line -> "[   12.345678 <    0.000012>] " + line),
                lines("dmesg -r", line -> "<12>" + TIME + line),
                records(
                        "dmesg, later lines of a record indented",
                        record -> TIME + record.replace("\n", "\n" + " ".repeat(TIME.length()))),
                records(
                        "the same, blanks at the end gone",
                        record -> (TIME + record.replace("\n", "\n" + " ".repeat(TIME.length()))).replace(" \n", "\n")),
                text(
                        "dmesg --json",
                        lines -> records(lines).stream()
                                .map(record -> "{\n         \"pri\": 4,\n         \"time\":    12.345678,\n"
                                        + "         \"msg\": \"" + json(record) + "\"\n      }")
                                .collect(Collectors.joining(",", "{\n   \"dmesg\": [\n      ", "\n   ]\n}\n"))),
                records("/dev/kmsg", record -> "4,354,12345678,-,caller=T1234;" + escaped(record)),
                records(
                        "/dev/kmsg, with dictionaries",
                        record ->
                                "4,354,12345678,-;" + escaped(record) + "\n SUBSYSTEM=pci\n DEVICE=+pci:0000:00:1f.2"),
                text("pstore, parts in the order of time", lines -> pstore(lines, "Panic#2 Part%d\n", true)),
                text("pstore, the newest part first", lines -> pstore(lines, "Oops#1 Part%d\n", false)),
                text(
                        "pstore, ramoops",
                        lines -> "====1719316800.123456-D\nPanic#1 Part1\n"
                                + joined(lines.stream()
                                        .map(line -> "<4>" + TIME + line)
                                        .toList())));
    }

    private static Stream<Transport> daemons() {
        return Stream.of(
                lines("syslog", line -> "Jun 25 12:00:00 host kernel: " + TIME + line),
                lines("syslog, RFC 3339", line -> "2024-06-25T12:00:00.123456+00:00 host kernel: " + TIME + line),
                lines(
                        "syslog, RFC 5424",
                        line -> "<4>1 2024-06-25T12:00:00.123456+00:00 host kernel - - - " + TIME + line),
                records(
                        "rsyslog, #012",
                        record -> "Jun 25 12:00:00 host kernel: " + TIME + record.replace("\n", "#012")),
                lines("OpenWrt's logread", line -> "Tue Jun 25 12:00:00 2024 kern.warn kernel: " + TIME + line));
    }

    private static Stream<Transport> vendors() {
        return Stream.of(
                lines("Samsung, interrupt", line -> "[   12.345678]I[0:      swapper/0:    0] " + line),
                lines("Samsung", line -> TIME + "[2:  kworker/2:1:  123] " + line),
                lines("Qualcomm", line -> "<4>[   12.345678]  (1)[0:swapper/1]" + line),
                lines("MediaTek", line -> TIME + "<0>" + line),
                lines("logcat", line -> "06-25 12:00:00.123  1234  1234 W kernel  : " + line),
                lines(
                        "logcat, no tag, printk time",
                        line -> "06-25 12:00:00.123     0     0 W         : " + TIME + line),
                lines(
                        "logcat, year and user",
                        line -> "2024-06-25 12:00:00.123456  root     0     0 W kernel  : " + line));
    }

    private static Stream<Transport> terminals() {
        return Stream.of(
                text("CRLF", lines -> String.join("\r\n", lines) + "\r\n"),
                text("CR CR LF", lines -> String.join("\r\r\n", lines) + "\r\r\n"),
                text("a progress bar, then CR", lines -> "Loading  10%\rLoading 100%\r" + timed(lines)),
                lines("colours", line -> "\u001b[32m" + TIME + "\u001b[0m\u001b[33m" + line + "\u001b[0m"),
                lines("NUL bytes", line -> "\0" + TIME + line + "\0\0"),
                text("bytes that are no UTF-8", lines -> "\u00ff\u00fe\u0080 boot \u00c3(\n" + timed(lines)),
                Transport.bytes(
                        "UTF-16",
                        lines -> ("\ufeff" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_16LE)),
                lines("a login prompt in front", line -> "syzkaller login: " + CALLER + line),
                text("systemd in front", lines -> "[  OK  ] Started Journal Service." + timed(lines)),
                lines("a terminal program's time", line -> "[12:00:00.123] " + TIME + line),
                text("two records on one line", ConsoleTransports::inPairs));
    }

    /** What {@code printk(KERN_CONT)} adds to a record, and a packet that is too small for one. */
    private static Stream<Transport> fragments() {
        return Stream.of(
                text("/dev/kmsg, a line in fragments, c", lines -> inFragments(lines, '-', 'c')),
                text("/dev/kmsg, a line in fragments, c and +", lines -> inFragments(lines, 'c', '+')),
                records("netconsole", record -> "6.12.0,4,354,12345678,-;" + escaped(record)),
                records(
                        "netconsole to syslog",
                        record -> "Jun 25 12:00:00 192.168.1.2 4,354,12345678,-;" + escaped(record)),
                text("netconsole, fragments", lines -> inPackets(lines, "\n")),
                text("netconsole, fragments glued", lines -> inPackets(lines, "")));
    }

    private static Stream<Transport> lost() {
        return Stream.of(
                text("messages dropped before", lines -> "** 12 printk messages dropped ** " + timed(lines)),
                text("messages dropped elsewhere", lines -> inTheMiddle(lines, "** 12 printk messages dropped **"))
                        .withStrangers(1)
                        .withProblem(Problem.Code.LINES_LOST),
                text(
                                "a message replayed",
                                lines -> inTheMiddle(
                                        lines, "** replaying previous printk message **\n" + TIME + lines.get(2)))
                        .withStrangers(1));
    }

    static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String escaped(String record) {
        return record.replace("\\", "\\x5c").replace("\n", "\\x0a");
    }

    /** Seven lines in each part, the last of which is Part1. */
    private static String pstore(List<String> lines, String head, boolean inOrder) {
        var parts = new ArrayList<String>();
        for (int end = lines.size(), part = 1; end > 0; end -= 7, part++) {
            var text = joined(lines.subList(Math.max(0, end - 7), end).stream()
                    .map(line -> "<4>" + TIME + line)
                    .toList());
            parts.add(inOrder ? 0 : parts.size(), head.formatted(part) + text);
        }
        return String.join("", parts);
    }

    static String timed(List<String> lines) {
        return joined(lines.stream().map(line -> TIME + line).toList());
    }

    private static String inPairs(List<String> lines) {
        var pairs = new StringBuilder();
        for (var at = 0; at < lines.size(); at++) {
            pairs.append(TIME).append(lines.get(at)).append(at % 2 == 0 ? "" : "\n");
        }
        return pairs.append('\n').toString();
    }

    /** A record that says where a lock was taken is printed in two pieces, the flags of which are given. */
    private static String inFragments(List<String> lines, char first, char later) {
        var all = new StringBuilder();
        for (var record : records(lines)) {
            var at = record.lastIndexOf("}, at: ") + 1;
            if (at == 0) {
                all.append("4,354,12345678,-;").append(escaped(record)).append('\n');
                continue;
            }
            all.append("4,354,12345678,")
                    .append(first)
                    .append(';')
                    .append(escaped(record.substring(0, at)))
                    .append('\n');
            all.append("4,355,12345699,")
                    .append(later)
                    .append(';')
                    .append(escaped(record.substring(at)))
                    .append('\n');
        }
        return all.toString();
    }

    private static String inPackets(List<String> lines, String end) {
        var all = new StringBuilder();
        for (var record : records(lines)) {
            var text = escaped(record);
            var head = "6.12.0,4,354,12345678,-";
            if (text.length() <= PACKET) {
                all.append(head).append(';').append(text).append('\n');
                continue;
            }
            for (var at = 0; at < text.length(); at += PACKET) {
                var last = at + PACKET >= text.length();
                all.append(head)
                        .append(",ncfrag=")
                        .append(at)
                        .append('/')
                        .append(text.length() + 1)
                        .append(';')
                        .append(text, at, Math.min(text.length(), at + PACKET))
                        .append(last ? "\n" : end);
            }
        }
        return all.toString();
    }

    private static String inTheMiddle(List<String> lines, String others) {
        var all = new ArrayList<>(lines.stream().map(line -> TIME + line).toList());
        all.add(6, others);
        return joined(all);
    }
}
