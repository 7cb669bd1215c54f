package org.unsplat.demux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.Line;
import org.unsplat.scan.Kinds;

class EngineTest {

    /**
     * Of two callers in turn, each of which begins its report before that of the other one ends: one is always open.
     */
    private static final List<String> RACE =
            List.of("BUG: KCSAN: data-race in a / b", "write to 0xffff888012345678 of 8 bytes by task 1 on cpu 1:");

    private static final List<String> RCU = List.of("WARNING: suspicious RCU usage", "stack backtrace:");
    private static final List<String> END = List.of("a+0x1/0x2", "nobody knows this", "b+0x1/0x2");

    @Test
    void linesOfClosedReportsAreNotKept() throws InterruptedException {
        var engine = new Engine(Kinds.all());
        var lines = new ArrayList<WeakReference<Line>>();
        for (var round = 0; round < 1000; round++) {
            take(round % 2 == 0 ? RACE : RCU, "T" + round % 2, engine, lines);
            take(END, "T" + (round + 1) % 2, engine, lines);
        }
        var left = left(lines);
        for (var tries = 0; left > 100 && tries < 20; tries++) {
            System.gc();
            Thread.sleep(50);
            left = left(lines);
        }
        assertTrue(left <= 100, left + " lines are kept");
    }

    /** A line of a report's body and a dump below it do not belong to each other, nor do lines far from each other. */
    @ParameterizedTest
    @CsvSource({
        "but this task is not holding:;DUMP, 0",
        "-> #1 (&a->lock){+.+.}:;DUMP, 0",
        "-> #1 (&a->lock){+.+.}:;f+0x1/0x2;g+0x1/0x2;DUMP, 1",
        "but this task is not holding:;&a->lock;other info that might help us debug this:;DUMP, 1",
        "but this task is not holding:;&a->lock;QUIET;other info that might help us debug this:;DUMP, 0",
    })
    void singleLinesAreNoReport(String texts, int reports) {
        var text = texts.replace("DUMP", "CPU: 1 PID: 2 Comm: a Not tainted 6.12.0 #1;Call Trace:;f+0x1/0x2;g+0x1/0x2")
                .replace("QUIET", "x;".repeat(13) + "x");
        var engine = new Engine(Kinds.all());
        var number = 1;
        for (var line : text.split(";")) {
            engine.take(new Line(number++, line, line, 1.0, "C1"));
        }
        engine.end();
        var spans = Stream.generate(engine::poll).takeWhile(Objects::nonNull);
        assertEquals(reports, spans.filter(span -> span.read() != null).count());
    }

    private static void take(List<String> texts, String caller, Engine engine, List<WeakReference<Line>> lines) {
        for (var text : texts) {
            var line = new Line(lines.size() + 1, text, text, (double) lines.size(), caller);
            lines.add(new WeakReference<>(line));
            engine.take(line);
            assertFalse(engine.isIdle(), "a report is always open");
            for (var span = engine.poll(); span != null; ) {
                span = engine.poll();
            }
        }
    }

    private static long left(List<WeakReference<Line>> lines) {
        return lines.stream().filter(line -> line.get() != null).count();
    }
}
