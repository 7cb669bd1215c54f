package org.unsplat;

import static org.unsplat.Transport.lines;
import static org.unsplat.Transport.records;

import java.util.stream.Stream;

/** What journalctl makes of the kernel's log. */
final class JournalTransports {

    private JournalTransports() {}

    static Stream<Transport> all() {
        return Stream.of(
                lines("journalctl -k", line -> "Jun 25 12:00:00 host kernel: " + line),
                records("journalctl -k, later lines of a record indented", record -> {
                    var head = "Dec 14 06:35:48.545954 kernel: ";
                    return (head + record.replace("\n", "\n" + " ".repeat(head.length()))).replace(" \n", "\n");
                }),
                lines("journalctl -k, in German", line -> "Okt 25 12:00:00 host kernel: " + line),
                lines(
                        "journalctl -k, in Russian",
                        line -> "\u00d0\u00b8\u00d1\u008e\u00d0\u00bb 25 12:00:00 host kernel: " + line),
                lines("journalctl -o short-full", line -> "Tue 2024-06-25 12:00:00 UTC host kernel: " + line),
                lines("journalctl -o short-unix", line -> "1719316800.123456 host kernel: " + line),
                lines("journalctl -o cat", line -> "kernel: " + line),
                records("journalctl -o json", JournalTransports::json),
                records("journalctl -o export", record -> record.contains("\n") ? binaryField(record) : field(record)),
                records("journalctl -o json-seq", record -> "\u001e" + json(record)),
                records("journalctl -o json-sse", record -> "data: " + json(record) + "\n"),
                records("journalctl -o verbose", JournalTransports::verbose));
    }

    private static String json(String record) {
        return "{\"_TRANSPORT\":\"kernel\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"12345678\",\"MESSAGE\":\""
                + ConsoleTransports.json(record) + "\"}";
    }

    private static String verbose(String record) {
        return "Tue 2024-06-25 12:00:00.123456 UTC [s=2b;i=3e8;b=8c;m=bc614e;t=61b;x=9f]\n    _BOOT_ID=8c\n    _TRANSPORT=kernel\n"
                + "    MESSAGE=" + record.replace("\n", "\n" + " ".repeat(12))
                + "\n    _SOURCE_MONOTONIC_TIMESTAMP=12345678";
    }

    private static String field(String record) {
        return "__CURSOR=s=1\n_TRANSPORT=kernel\nMESSAGE=" + record + "\n_SOURCE_MONOTONIC_TIMESTAMP=12345678\n";
    }

    private static String binaryField(String record) {
        return "__CURSOR=s=1\n_TRANSPORT=kernel\nMESSAGE\n" + (char) (record.length() & 0xff)
                + (char) (record.length() >> 8) + "\0\0\0\0\0\0" + record
                + "\nPRIORITY=4\n_SOURCE_MONOTONIC_TIMESTAMP=12345678\n";
    }
}
