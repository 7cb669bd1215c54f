package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines are those of the kernel. */
class ReportMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^================",
                ": ^==================================",
                ": ===============",
                ": ^------------[ cut here ]------------",
                "a]------------",
                "^WARNING: possible recursive locking detected",
                ": ^BUG: KCSAN: data-race in a / b",
                "a: ^INFO: b",
                "^INFO:",
                "a: ^[ BUG: Invalid wait context ]",
                "^[ BUG: Invalid wait context ]",
                "^Showing all locks held in the system:",
                "a:^ERR: b",
                "aBUG: b",
                "1BUG: b",
                "DEBUG: b",
                "a: b: c",
                "GO: b",
                "a_^BUG: b",
                "BUG",
                "O:^INFO:",
            })
    void aReportBeginsWithARulerOrAHeadline(String line) {
        assertEquals(line.indexOf('^'), ReportMarks.start(line.replace("^", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "================, 0, true",
        "a================, 1, true",
        "a================, 0, false",
        "------------[ cut here ]---, 0, true",
        "BUG: a, 0, false",
    })
    void aRulerIsNoHeadline(String line, int at, boolean is) {
        assertEquals(is, ReportMarks.isRuler(line, at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " f+0x1/0x2",
                "6.12.0 #1 Not tainted",
                "6.12.0 #1 Tainted: G",
                "a/1 is trying to acquire lock:",
                "Call Trace:",
                "Call trace:",
                "CPU: 0 PID: 1 Comm: a",
                "write to 0xffff888004ff2930 of 8 bytes",
                "stack backtrace:",
                "1 lock held by a/1:",
                "2 locks held by a/1:",
                "the code is fine but needs lockdep annotation, or maybe",
                "ffffffff (a){+.+.}-{4:4}, at: f",
                "Modules linked in: a",
                "race at unknown origin, with read",
                "--------------------------",
                "turning off the locking correctness validator.",
                "in_atomic(): 1, irqs_disabled(): 0"
            })
    void linesOfItsBody(String line) {
        assertEquals(true, ReportMarks.isBody(line));
        assertEquals(false, ReportMarks.isBody("eth0: link becomes ready"));
    }
}
