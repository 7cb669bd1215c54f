package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines are those of lockdep.c and kcsan/report.c. */
class BodyLinesTest {

    private static boolean isOne(String line) {
        // Neither what comes before the line nor what comes after it matters
        var bytes = ("a lock:" + line + " lock:").getBytes(StandardCharsets.ISO_8859_1);
        return BodyLines.isOne(bytes, 7, 7 + line.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x/1 is trying to acquire lock: | true",
                "but task is already holding lock: | true",
                "stack backtrace: | true",
                "b-+.. } usage. | true",
                "lkt.c:482 suspicious rcu_dereference_check() usage! | true",
                " *** DEADLOCK *** | true",
                "rcu_scheduler_active = 2, debug_locks = 1 | true",
                "Reported by Kernel Concurrency Sanitizer on: | true",
                "read to 0xffff888004ff2930 of 8 bytes by task 40 on cpu 0: | true",
                "read to 0xffff888004ff2930 of 8 bytes by interrupt on cpu 109: | true",
                "eth0: link becomes ready | false",
                "eth0: | false",
                "a on cpu 0 | false",
                "a on cpu : | false",
                "on cpu 0: | false",
                "a on cpu x0: | false",
                "a 12: | false",
                "12: | false",
                "rcu_scheduler_active = 2, debug_locks = 0 | false",
                "lock: | false",
            })
    void someLinesEndWithWordsOfAReport(String line, boolean is) {
        for (var end : new String[] {"", " ", "\r", " \r\r"}) {
            assertEquals(is, isOne(line + end), line + end.length());
        }
        assertEquals(false, isOne(""));
        assertEquals(false, isOne("  "));
    }

    /** The number of the line at which it says that there are enough; each line is one of a lockdep report. */
    private static String enough(String end, Stream<String> lines) {
        var body = new BodyLines();
        var found = new StringBuilder();
        lines.forEach(each -> {
            var number = Integer.parseInt(each.replaceFirst("\\D.*", ""));
            var bytes = (each.replaceFirst("\\d*", "") + end + "\n[   12.345678] 12345678")
                    .getBytes(StandardCharsets.ISO_8859_1);
            if (number == 0) {
                body.restart();
            } else if (body.areAt(bytes, 0, bytes.length - 24, number)) {
                found.append(number).append(' ');
            }
        });
        return found.toString().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 3 4",
        "1 17 33, 33",
        "1 18 34, ''",
        "1 17 34, ''",
        "1 17 34 50, ''",
        "1 17 34 50 66, 66",
        "1 2 0 3 4, ''",
        "1 2 0 3 4 5, 5",
    })
    void threeCloseLinesAreEnough(String lines, String enough) {
        assertEquals(enough, enough("is trying to acquire lock:", Stream.of(lines.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({"1 2, 2", "1 41, 41", "1 42, ''", "1 0 2, ''"})
    void twoOfKcsanAreEnough(String lines, String enough) {
        assertEquals(enough, enough("by task 1 on cpu 0:", Stream.of(lines.split(" "))));
    }

    @Test
    void theyHaveOneCaller() {
        var lock = "is trying to acquire lock:";
        var one = "[   12.345678][ T1234] ";
        var two = "[   12.345679][ T1235] ";
        assertEquals("3", enough(lock, Stream.of("1" + one, "2" + one, "3" + one)));
        assertEquals("", enough(lock, Stream.of("1" + one, "2" + two, "3" + one)));
        assertEquals("", enough(lock, Stream.of("1" + one, "2" + one, "3" + two)));
        assertEquals("3", enough(lock, Stream.of("1[   12.345678] ", "2[   99.345678] ", "3")), "none is one, too");
    }
}
