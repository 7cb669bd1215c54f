package org.unsplat;

import static org.unsplat.Transport.lines;
import static org.unsplat.Transport.records;
import static org.unsplat.Transport.text;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prefixes that no rule of ours knows, or that stand where nobody puts them: viewers, comments, other people's tools. */
final class PrefixTransports {

    private PrefixTransports() {}

    static Stream<Transport> all() {
        return Stream.of(times(), comments(), gutters(), marks(), clocks()).flatMap(each -> each);
    }

    private static Stream<Transport> times() {
        return Stream.of(
                lines("a time with blanks in the brackets", line -> "[   12.345678  ] " + line),
                numbered("3 decimals", (at, line) -> "[%8d.%03d] %s".formatted(9 + at / 5, at, line)),
                numbered("9 decimals", (at, line) -> "[%5d.%09d] %s".formatted(9 + at / 5, at, line)),
                numbered("no decimals", (at, line) -> "[%4d.] %s".formatted(95 + at, line)),
                numbered("a comma", (at, line) -> "[%5d,%06d] %s".formatted(95 + at, at, line)),
                numbered("a unit", (at, line) -> "[ %d.%d s] %s".formatted(8 + at, at % 10, line)),
                numbered("3 decimals and a caller", (at, line) -> "[%5d.%03d][ T1234] %s".formatted(95 + at, at, line)),
                lines("times struck out", line -> "[xxxxx.xxxxxx] " + line),
                lines("times left out", line -> "[...] " + line),
                lines("times left out, indented", line -> "\t[...] " + line));
    }

    private static Stream<Transport> comments() {
        return Stream.of(" * ", "# ", "// ", ";; ", "; ", "% ", "-- ", "dnl ", "//! ", "\t * ", "REM ")
                .flatMap(sign -> Stream.of(
                        lines("comment '" + sign + "'", line -> sign + line),
                        lines("comment '" + sign + "', blanks at the end gone", line -> (sign + line).stripTrailing()),
                        lines("comment '" + sign + "', quoted", line -> "> " + sign + line)));
    }

    private static Stream<Transport> gutters() {
        return Stream.of(
                numbered("cat -n", (at, line) -> "%6d\t%s".formatted(95 + at, line)),
                numbered("grep -n", (at, line) -> at + 95 + ":" + line),
                numbered("grep -n -A", (at, line) -> at + 95 + (at == 1 ? ":" : "-") + line),
                numbered("grep -r -A", (at, line) -> "log/a-b.txt" + (at == 1 ? ":" : "-") + line),
                numbered("grep -rn", (at, line) -> "log/console.1.txt:" + (95 + at) + ":" + line),
                numbered("bat", (at, line) -> "%4d   \u00e2\u0094\u0082 %s".formatted(95 + at, line)),
                numbered("a number and a bar", (at, line) -> "%5d | %s".formatted(95 + at, line)),
                numberedRecords(
                        "bat, /dev/kmsg",
                        (at, record) ->
                                "%4d   \u00e2\u0094\u0082 4,%d,12345678,-;%s".formatted(95 + at, at, escaped(record))),
                numberedRecords(
                        "grep -n, /dev/kmsg", (at, record) -> 95 + at + ":4," + at + ",12345678,-;" + escaped(record)),
                numbered(
                        "cat -n, printk time",
                        (at, line) -> "%6d\t%s%s".formatted(95 + at, ConsoleTransports.TIME, line)));
    }

    private static Stream<Transport> marks() {
        return Stream.of(
                lines("a constant sign", line -> ": " + line),
                lines("a constant sign, quoted", line -> "> : " + line),
                records("a constant sign, line ends spelled out", record -> ": " + record.replace("\n", "\\x0a")),
                lines("a host alone", line -> "build-17 " + line),
                lines("a host and a colon", line -> "build-17: " + line),
                lines("a name in brackets", line -> "[serial] " + line),
                lines("a name in brackets behind the time", line -> ConsoleTransports.TIME + "[serial] " + line),
                lines("a name in brackets before the time", line -> "[serial] " + ConsoleTransports.TIME + line),
                numbered(
                        "names in brackets that vary",
                        (at, line) -> "[cpu" + at % 4 + ":kworker/" + at % 3 + "] " + line),
                numbered("MediaTek, modules", (at, line) -> module(at) + line),
                numbered(
                        "MediaTek, modules, time and mark",
                        (at, line) -> "<4>[   12.345678]  (1)[0:swapper/1]" + module(at) + line),
                numbered("MediaTek, modules, time", (at, line) -> ConsoleTransports.TIME + module(at) + line),
                lines("z/VM", line -> "00: " + line),
                lines("z/VM, printk time", line -> "00: " + ConsoleTransports.TIME + line));
    }

    private static Stream<Transport> clocks() {
        return Stream.of(
                lines("busybox", line -> "Feb 13 13:33:28 d user.warn kernel: " + line),
                lines(
                        "busybox, printk time",
                        line -> "Feb  3 13:33:28 d kern.err kernel: " + ConsoleTransports.TIME + line),
                numbered(
                        "KSystemLog",
                        (at, line) -> "14/11/25 %d:%02d %s\t\t%s"
                                .formatted(11 + at / 60, at % 60, at < 9 ? "a. m." : "p. m.", line)),
                numbered("a clock", (at, line) -> "%02d:%02d:%02d - %s".formatted(9 + at / 50, at % 60, at % 60, line)),
                numbered(
                        "a date and a clock",
                        (at, line) -> "%s %02d 2024 11:%02d:07 PM | %s"
                                .formatted(at < 3 ? "Feb" : "Mar", at < 3 ? 29 : 1, at % 60, line)));
    }

    private static String module(int at) {
        return at % 3 == 0 ? "[name:lockdep&]" : at % 3 == 1 ? "[name:rcu_tree&]" : "";
    }

    private static Transport numbered(String name, BiFunction<Integer, String, String> each) {
        return text(name, lines -> all(lines, each));
    }

    private static Transport numberedRecords(String name, BiFunction<Integer, String, String> each) {
        return text(name, lines -> all(Transport.records(lines), each));
    }

    private static String all(List<String> lines, BiFunction<Integer, String, String> each) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> each.apply(at, lines.get(at)) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String record) {
        return record.replace("\\", "\\x5c").replace("\n", "\\x0a");
    }
}
