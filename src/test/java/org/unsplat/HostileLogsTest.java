package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The way from bytes to reports takes time in proportion to the size of the log, whatever the log holds. */
class HostileLogsTest {

    private static final int SMALL = 1 << 14;

    /** The time of this thread alone: a busy machine makes no difference. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Quicker than this is quick enough, and its proportions are those of chance. */
    private static final long QUICK = 200_000_000;

    static long cost(String log) {
        var start = THREADS.getCurrentThreadCpuTime();
        ReportFacts.reports(log);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    @TestFactory
    Stream<DynamicTest> timeIsInProportionToSize() {
        return HostileLogs.all().entrySet().stream()
                .map(log -> DynamicTest.dynamicTest(log.getKey(), () -> isLinear(log.getValue())));
    }

    /**
     * Eight times the log may take a good deal more than eight times as long, but not 64 times, and not three times
     * over.
     */
    private static void isLinear(IntFunction<String> log) {
        for (var left = 2; left >= 0; left--) {
            var small = cost(log.apply(SMALL));
            var large = cost(log.apply(8 * SMALL));
            if (large < QUICK || large < 30 * small) {
                return;
            }
            assertTrue(left > 0, () -> small + " ns, of eight times the size " + large + " ns");
        }
    }
}
