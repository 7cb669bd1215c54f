package org.unsplat.input.records;

import java.util.List;
import java.util.Map;
import org.unsplat.input.console.PrintkTime;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/** The fields of an entry of systemd's journal, in {@code -o json}, {@code -o export} and {@code -o verbose}. */
final class JournalEntry {

    /** The fields with the time in microseconds since 1970, that of the kernel first. */
    private static final List<String> REAL_TIMES = List.of("_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP");

    private static final int MICROSECONDS = 6;

    /** The number of characters of a message that are kept. */
    static final int MESSAGE_LIMIT = 1 << 16;

    /** The number of fields of an entry that are kept; few are used. */
    static final int FIELD_LIMIT = 200;

    static final String CUT =
            "a message in a journal is longer than " + MESSAGE_LIMIT + " characters: the rest of it was left out";
    static final String LEFT_OUT = "a journal entry has more than " + FIELD_LIMIT + " fields: the others were left out";

    private JournalEntry() {}

    /**
     * Passes on each line of a message, with the program that wrote it unless that is the kernel.
     *
     * @param line has the times and the caller of the message
     */
    static void give(Map<String, String> fields, String message, PartialLine line, Layer next) {
        var kernel = isKernel(fields);
        for (var each : message.stripTrailing().split("\n", -1)) {
            next.take(line.with(kernel ? each : identifier(fields) + ": " + each));
        }
    }

    /** Whether the message comes from the kernel; true if nothing says otherwise. */
    static boolean isKernel(Map<String, String> fields) {
        return fields.getOrDefault("_TRANSPORT", "kernel").equals("kernel")
                || fields.getOrDefault("SYSLOG_IDENTIFIER", "").equals("kernel");
    }

    /** The program that wrote the message. */
    static String identifier(Map<String, String> fields) {
        return fields.getOrDefault("SYSLOG_IDENTIFIER", fields.getOrDefault("_COMM", "journal"));
    }

    /** Seconds since boot, null if not given. */
    static Double time(Map<String, String> fields) {
        var kernelsOwn = fields.get("_SOURCE_MONOTONIC_TIMESTAMP");
        return PrintkTime.microseconds(
                kernelsOwn == null ? fields.getOrDefault("__MONOTONIC_TIMESTAMP", "") : kernelsOwn);
    }

    /** Seconds since 1970 with decimals, null if not given. */
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
