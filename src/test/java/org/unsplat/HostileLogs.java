package org.unsplat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Logs that nobody would write by accident, by name, each of any size. */
final class HostileLogs {

    private static final String WAIT =
            "[ BUG: Invalid wait context ]\n6.12.117 #1 Not tainted\n-----------------------------\n";
    private static final String CIRCULAR = "======================================================\n"
            + "WARNING: possible circular locking dependency detected\n6.12.117 #1 Not tainted\n"
            + "------------------------------------------------------\na/1 is trying to acquire lock:\n";
    private static final String RACE =
            "BUG: KCSAN: data-race in a / b\n\nwrite to 0xffff888012345678 of 8 bytes by task 1 on cpu 1:\n";
    private static final String MAIL = "From: a\nMessage-ID: <1@x>\nSubject: x\n";

    /** What a line is filled with, to its end and beyond. */
    private static final List<String> LINES = List.of(
            "a",
            "a+0x1/0x2 ",
            " locks held by ",
            "#0: ",
            "[    1.000000] ",
            "> ",
            "=3D",
            "&amp;",
            "{",
            "}",
            "\"",
            "{\"msg\":\"",
            "\\\"",
            "[",
            "(",
            "((a",
            "){",
            "(a){+.+.}-{4:4}, at: ",
            " (a){+.+.} -> ",
            "a (b.c:1 ",
            "(discriminator 3) ",
            "f (a.c:1 (discriminator 3) ",
            " from ",
            "/1 is trying to lock:",
            "::",
            "-> #1 (",
            "lock(",
            "CPU: 0 PID: 1 Comm: ",
            " at ",
            "BUG: ",
            "WARNING: ",
            "INFO: task ",
            " blocked for more than ",
            "BUG: KCSAN: data-race in a / ",
            " to 0x1 of 8 bytes by task ",
            "value changed: 0x",
            "\\x0a",
            "#012",
            "\r",
            "\u001b[",
            "\u00e9",
            "4,1,2,-;",
            "4,1,2,-,ncfrag=1/9;",
            "Oops#1 Part1",
            "RAX: 0000000000000000 ",
            "48 ",
            "<4>",
            "0000000000000000 ",
            " ",
            "\t",
            "| ",
            "=",
            "-",
            "host kernel: ",
            "12:00:00 ",
            "1 2024-06-25T12:00:00 kernel ",
            "QUJD",
            "stack backtrace:");

    /** Heads of reports, below which lines go on for ever. */
    private static final List<String> HEADS = List.of(
            WAIT + "a/1 is trying to lock:\n",
            CIRCULAR,
            CIRCULAR + "\n-> #1 (a){+.+.}-{4:4}:\n",
            RACE,
            "WARNING: inconsistent lock state\n",
            "WARNING: suspicious RCU usage\n",
            "INFO: task a:1 blocked for more than 10 seconds.\n",
            "Showing all locks held in the system:\n",
            "BUG: sleeping function called from invalid context at a.c:1\n",
            "WARNING: CPU: 0 PID: 1 at kernel/locking/lockdep.c:1 f+0x1/0x2\n",
            "=====\n");

    private static final List<String> BELOW = List.of(
            "x\n",
            " f+0x1/0x2\n",
            " ? f (a.c:1\n",
            "1 lock held by a/1:\n",
            " #0: ffff888012345678\n",
            "CPU: 0 PID: 1 Comm: a\n",
            "RAX: 0000000000000000\n",
            "[    1.000000] x\n",
            "[    1.000000][    T7] x\n",
            ", at: f+0x1/0x2\n",
            "\n");

    private static final List<String> REPEATED = List.of(
            RACE,
            CIRCULAR,
            WAIT,
            "1 lock held by a/1:\n",
            "no locks held by a/1.\n",
            "[    1.000000][    T7] BUG: KCSAN: data-race in a / b\n",
            "INFO: task a:1 blocked\n",
            "WARNING: possible x\n",
            "BUG: KCSAN: x\n",
            "BUG: KCSAM: data-race in a / b\n",
            "============================\n",
            "{\n",
            "> x\n",
            ">x\n",
            "| x\n",
            "+ x\n",
            "From a Mon Jan  1 00:00:00 2024\n",
            MAIL + "\n",
            "Oops#1 Part1\nx\n",
            "__CURSOR=1\n",
            "@@ -1,99999 +1,99999 @@\n",
            "** replaying previous printk message **\n[    1.000000] x\n",
            "4,1,2,c;x\n",
            "4,1,2,+;x\n",
            "6.1,4,1,2,-,ncfrag=1/9;x\n",
            "commit 0123456789abcdef0123456789abcdef01234567\nAuthor: x\n\n    x\n");

    /** What lines that a piece reads begin with, and what it is that then goes on for ever. */
    private static final List<String> STARTS = List.of(
            "a::",
            "a/1 is freeing memory ",
            "a/1 is trying to release lock (",
            "CPU: 1 PID: 1 Comm: a",
            "CPU: 1 PID: 1 Comm: a Tainted: ",
            "Pid: 1, comm: a",
            "f (a.c:1",
            "a (b.c:1 (discriminator 1)",
            "a+0x1/0x2 (",
            "Abc",
            "6.12.0 #1 Tainted: ",
            "Tainted: ",
            "HARDIRQ-ON-W",
            "... key      at: ",
            "#0: ffff888012345678 (a",
            "(a){+.+.}-{4:4}, at: a",
            "-> (a){+.+.} ops: ",
            "-> #1 (a",
            "1 lock held by a/",
            "RIP: 0010:",
            "Code: 00",
            "value changed: 0x",
            "write to 0x",
            "WARNING: CPU: 0 PID: 1 at ",
            "INFO: task ",
            "Hardware name: BIOS ",
            "hardirqs last  enabled at (1): [<",
            "a.c:1 suspicious ",
            "inconsistent {",
            "lock(",
            "[<ffff",
            "? a",
            "task:a");

    private static final List<String> FILLS = List.of(" ", "-", ":", "0", "(", "_", ":1", "a ", "+0x1/0x2");

    /**
     * Lines of a log of any size, so that the longest are about as long as a line may be that a piece is asked about.
     */
    private static final int SAME_LINES = 32;

    private HostileLogs() {}

    static Map<String, IntFunction<String>> all() {
        var all = new LinkedHashMap<String, IntFunction<String>>();
        LINES.forEach(part -> {
            all.put("one line of '" + shown(part) + "'", size -> filled(part, size));
            all.put(
                    "in a report, one line of '" + shown(part) + "'",
                    size -> WAIT + "a/1 is trying to lock:\n" + filled(part, size) + "\n");
        });
        LINES.forEach(
                part -> all.put("in a report, lines of '" + shown(part) + "'", size -> sameLines("", part, size)));
        STARTS.forEach(start -> FILLS.forEach(
                fill -> all.put("'" + start + "', then '" + fill + "'", size -> sameLines(start, fill, size))));
        HEADS.forEach(head -> BELOW.forEach(line ->
                all.put("'" + shown(head) + "', then lines '" + shown(line) + "'", size -> head + filled(line, size))));
        REPEATED.forEach(text -> all.put("again and again '" + shown(text) + "'", size -> filled(text, size)));
        all.put("deeper and deeper quoting", HostileLogs::deeper);
        all.put("parts in parts", HostileLogs::parts);
        all.put("a long base64 line", size -> MAIL + "Content-Transfer-Encoding: base64\n\n" + filled("QUJD", size));
        all.put(
                "a long quoted-printable line",
                size -> MAIL + "Content-Transfer-Encoding: quoted-printable\n\n" + filled("=3D", size));
        all.put(
                "soft line ends",
                size -> MAIL + "Content-Transfer-Encoding: quoted-printable\n\n" + filled("a=\n", size));
        all.put(
                "flowed lines",
                size -> MAIL + "Content-Type: text/plain; format=flowed\n\n" + filled("a ".repeat(35) + "\n", size));
        all.put("a long list in JSON", size -> "{\"dmesg\":[" + filled("{a},", size));
        all.put("a long HTML line", size -> MAIL + "Content-Type: text/html\n\n" + filled("<a href=", size));
        all.put("a long header", size -> MAIL + "X: " + filled("a\n ", size) + "\n\nx\n");
        all.put("a long field of a journal", size -> "__CURSOR=1\nMESSAGE\n" + filled("a\n", size));
        return all;
    }

    private static String filled(String part, int size) {
        return part.repeat(Math.max(1, size / part.length()));
    }

    private static String sameLines(String start, String part, int size) {
        var line = start + filled(part, size / SAME_LINES - start.length() - 1) + "\n";
        return RACE + line.repeat(SAME_LINES / 2) + CIRCULAR + line.repeat(SAME_LINES / 2);
    }

    private static String shown(String text) {
        var line = text.strip()
                .lines()
                .skip(text.startsWith("=====\nW") ? 1 : 0)
                .reduce((one, last) -> last)
                .orElse("");
        return line.length() > 40 ? line.substring(0, 40) : line.replaceAll("[^ -~]", "?");
    }

    private static String deeper(int size) {
        var all = new StringBuilder();
        for (var depth = 1; all.length() < size; depth++) {
            all.append("> ".repeat(depth)).append("x\n");
        }
        return all.toString();
    }

    private static String parts(int size) {
        var all = new StringBuilder(MAIL + "Content-Type: multipart/mixed; boundary=b0\n\n");
        for (var depth = 0; all.length() < size; depth++) {
            all.append("--b")
                    .append(depth)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(depth + 1)
                    .append("\n\n");
        }
        return all.toString();
    }
}
