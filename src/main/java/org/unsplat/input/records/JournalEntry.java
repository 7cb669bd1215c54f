package org.unsplat.input.records;

import java.util.List;
import java.util.Map;
import org.unsplat.input.console.PrintkTime;

/** The fields of an entry of systemd's journal, as {@code -o json} and {@code -o export} write them. */
final class JournalEntry {

    /** What says when, in microseconds since 1970: the kernel's own word first. */
    private static final List<String> REAL_TIMES = List.of("_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP");

    private static final int MICROSECONDS = 6;

    private JournalEntry() {}

    /** Whether the message comes from the kernel, or at least nothing says that it does not. */
    static boolean isKernel(Map<String, String> fields) {
        return fields.getOrDefault("_TRANSPORT", "kernel").equals("kernel")
                || fields.getOrDefault("SYSLOG_IDENTIFIER", "").equals("kernel");
    }

    /** Who wrote the message. */
    static String identifier(Map<String, String> fields) {
        return fields.getOrDefault("SYSLOG_IDENTIFIER", fields.getOrDefault("_COMM", "journal"));
    }

    /** Seconds since boot, null where they are not said. */
    static Double time(Map<String, String> fields) {
        var kernelsOwn = fields.get("_SOURCE_MONOTONIC_TIMESTAMP");
        return PrintkTime.microseconds(
                kernelsOwn == null ? fields.getOrDefault("__MONOTONIC_TIMESTAMP", "") : kernelsOwn);
    }

    /** Seconds since 1970 with their decimals, null where they are not said. */
    static String wall(Map<String, String> fields) {
        for (var name : REAL_TIMES) {
            var value = fields.getOrDefault(name, "");
            if (value.length() > MICROSECONDS) {
                var seconds = value.length() - MICROSECONDS;
                return value.substring(0, seconds) + "." + value.substring(seconds);
            }
        }
        return null;
    }
}
