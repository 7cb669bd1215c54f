package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.Cleaned;
import org.unsplat.render.SafeText;

/** How long an open report, a patch and a candidate wait, to the line; and which characters are made visible. */
class WindowsTest {

    private static final List<String> BEGINNING = List.of(
            "============================================",
            "WARNING: possible recursive locking detected",
            "6.12.0 #1 Not tainted",
            "--------------------------------------------",
            "insmod/3 is trying to acquire lock:",
            "ffff888012345678 (lkt_m){+.+.}-{4:4}, at: lkt_a+0x10/0x20",
            "but task is already holding lock:",
            "ffff888012345678 (lkt_m){+.+.}-{4:4}, at: lkt_b+0x10/0x20",
            "1 lock held by insmod/3:",
            " #0: ffff888012345678 (lkt_m){+.+.}-{4:4}, at: lkt_b+0x10/0x20");

    private static final List<String> TRACE = List.of(
            "stack backtrace:",
            "CPU: 0 UID: 0 PID: 3 Comm: insmod Not tainted 6.12.0 #1",
            "Call Trace:",
            " dump_stack_lvl+0x10/0x20",
            " lkt_a+0x10/0x20");

    private static final String LATE = " lkt_late+0x10/0x20";

    private static String log(boolean timed, List<String> lines) {
        var log = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            log.append(timed ? String.format("[%5d.%06d] ", 1, i) : "")
                    .append(lines.get(i))
                    .append('\n');
        }
        return log.toString();
    }

    private static List<String> others(int count) {
        var lines = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            lines.add("usb 1-1: new high-speed USB device number " + i);
        }
        return lines;
    }

    private static List<String> joined(List<String> first, List<String> second, List<String> third) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"true, 200, true", "true, 201, false", "false, 60, true", "false, 61, false"})
    void aReportThatLacksPartsWaits(boolean timed, int between, boolean waits) {
        var report = ReportFacts.reports(log(timed, joined(BEGINNING, others(between), TRACE)))
                .get(0);
        assertEquals(waits, report.backtrace() != null);
    }

    @ParameterizedTest
    @CsvSource({"true, 12, 3", "true, 13, 2", "false, 3, 3", "false, 4, 2"})
    void aReportThatHasAllWaitsLess(boolean timed, int between, int frames) {
        var whole = joined(BEGINNING, TRACE, others(between));
        whole.add(LATE);
        var report = ReportFacts.reports(log(timed, whole)).get(0);
        assertEquals(frames, report.backtrace().frames().size());
    }

    /** Three lines that no patch holds show that its hunk is over, whatever its head counts. */
    @ParameterizedTest
    @CsvSource({"2, '@\tlate'", "3, '\tlate'"})
    void aHunkEndsAfterLinesThatNoPatchHolds(int misshapen, String last) {
        var lines = new ArrayList<>(List.of("@@ -1,9 +1,9 @@", " one"));
        for (var i = 0; i < misshapen; i++) {
            lines.add("prose");
        }
        lines.add("\tlate");
        var texts = Cleaned.texts(lines.toArray(String[]::new));
        assertEquals(last, texts.get(texts.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({"a\u0301, a\\u0301", "a\u20dd, a\\u20dd", "\u00e1, \u00e1", "a\u202eb, a\\u202eb", "\ue000, \\ue000"})
    void whatChangesTheCharactersAroundItIsMadeVisible(String text, String safe) {
        assertEquals(safe, SafeText.of(text));
    }
}
