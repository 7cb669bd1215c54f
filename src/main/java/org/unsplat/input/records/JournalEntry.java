package org.unsplat.input.records;

import java.util.Map;
import org.unsplat.input.console.PrintkTime;

/** The fields of an entry of systemd's journal, as {@code -o json} and {@code -o export} write them. */
final class JournalEntry {

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
}
