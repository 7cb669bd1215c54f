package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.bytes.QuietRuns;

class QuietLinesTest {

    private static final String TIME = "[   12.345678][ T1234] ";

    /** With readable bytes behind it, as in a buffer. */
    private static byte[] bytes(String log) {
        return (log + "\n".repeat(16)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isQuiet(String line) {
        var log = "usb 1-1: new device\n" + line + "\n";
        return new QuietLines().end(bytes(log), 20, log.length()) == log.length();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                ":",
                "eth0: link becomes ready",
                "8021q: adding VLAN 0 to HW filter on device lo",
                "# Subtest: GOLD",
                "Code: 00 01 02",
                "-----------",
                "=====",
                "3 locks held by kworker/1:1/99:",
                "EXT4-fs error (device loop1): inode #12: comm x: bad",
                "Disabling IRQ #9",
                "\u001b[32mOK\u001b[0m",
                "IO done"
            })
    void nothingBeginsInTheseLines(String text) {
        assertTrue(isQuiet(text));
        assertTrue(isQuiet(TIME + text));
    }

    /** Whether they matter depends on other lines, or on lockdep. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BUG: KASAN: use-after-free in f+0x1/0x2",
                "WARNING: CPU: 1 PID: 7 at net/core/dev.c:1 f+0x1/0x2",
                "INFO: task snapd:99 blocked for more than 143 seconds.",
                "INFO: lockdep is turned off.",
                "==================",
                "DEBUG_LOCKS_WARN_ON(x)",
                "Disabling lock debugging due to kernel taint",
                "Good, all 261 testcases passed! |",
                "Linux version 6.12.0 (a@b) (gcc 12, ld 2.40) #1 SMP PREEMPT_RT",
                "Lock dependency validator: Copyright",
                "debug_locks && x",
                "IRQs not enabled as expected",
                " #0: ffff888012345678 (a){+.+.}-{4:4}, at: f+0x1/0x2",
                "x/1 is trying to acquire lock:",
                "stack backtrace:  ",
                "write to 0xffff of 8 bytes by task 12 on cpu 1:",
                "a section!!\r"
            })
    void theseLinesAreLookedAt(String text) {
        assertFalse(isQuiet(text));
        assertFalse(isQuiet(TIME + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"From a@b", "{\"msg\": 1}", "commit 0123", "\0"})
    void containersAreLookedAt(String line) {
        assertFalse(isQuiet(line));
    }

    @Test
    void runsAreBetweenTheOthers() {
        var first = TIME + "a\n" + TIME + "b\n";
        var other = TIME + "BUG: x\n";
        var last = TIME + "c\n";
        var log = other + first + other + other + last;
        var runs = new QuietRuns();
        new QuietLines().find(bytes(log), 0, log.length(), runs);
        assertEquals(List.of(run(other.length(), first, 2), run(log.length() - last.length(), last, 1)), all(runs));
    }

    @Test
    void aLogWithoutQuietLinesIsGivenUp() {
        var log = (TIME + "BUG: x\n").repeat(1000) + TIME + "a\n";
        var runs = new QuietRuns();
        new QuietLines().find(bytes(log), 0, log.length(), runs);
        assertFalse(runs.seek(0));
    }

    private static List<Integer> run(int from, String text, int lines) {
        return List.of(from, from + text.length(), lines);
    }

    private static List<List<Integer>> all(QuietRuns runs) {
        var all = new ArrayList<List<Integer>>();
        for (var at = 0; runs.seek(at); at = runs.to()) {
            all.add(List.of(runs.from(), runs.to(), runs.lines()));
        }
        return all;
    }
}
