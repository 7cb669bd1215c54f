package org.unsplat.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Source;

/** Which reports other threads parse while the log is read on. */
class ParsersOfScanTest {

    private static final String QUIET = "[    5.000000] eth0: link becomes ready\n";

    private static String log(String reports) throws IOException {
        var log = new StringBuilder();
        for (var report : reports.split(" ")) {
            log.append(
                    switch (report) {
                        case "race" -> Files.readString(Path.of("samples/kcsan/data-race/6.12-x86_64-read-write.log"));
                        case "circular" ->
                            Files.readString(Path.of("samples/lockdep/circular-dependency/6.12-arm64-flush-work.log"));
                        case "boot" -> "[    0.000000] Linux version 6.12.0 (user@host) #1\n" + QUIET.repeat(300);
                        case "taint" -> "[    4.000000] Disabling lock debugging due to kernel taint\n";
                        default -> QUIET.repeat(4000);
                    });
        }
        return log.toString();
    }

    private static Scan scan(String log, Executor parsers) {
        var bytes = log.getBytes(StandardCharsets.UTF_8);
        return new Scan(Source.of(new ByteArrayInputStream(bytes), "log"), false, null, parsers);
    }

    /** A report that may switch lockdep off is read at once: what follows depends on it. */
    @ParameterizedTest
    @CsvSource({
        "race much, 1",
        "race race much, 2",
        "race, 0",
        "circular much, 0",
        "circular circular much, 1",
        "circular boot circular much, 0",
        "taint circular much, 1",
    })
    void theyParse(String reports, int parsed) throws IOException {
        var handedOver = new ArrayList<Runnable>();
        var log = log(reports);
        assertEquals(read(log, null), read(log, parsing -> {
            handedOver.add(parsing);
            parsing.run();
        }));
        assertEquals(parsed, handedOver.size());
    }

    private static List<Object> read(String log, Executor parsers) throws IOException {
        var read = new ArrayList<Object>();
        try (var scan = scan(log, parsers)) {
            scan.forEachRemaining(read::add);
            read.add(scan.info());
        }
        return read;
    }

    /** A report that is parsed while quiet lines are skipped comes out, even if a live log does not go on. */
    @ParameterizedTest
    @ValueSource(strings = {"much much race much", "much much much much much much race much much"})
    @Timeout(60)
    void aReportDoesNotWaitForMoreOfALiveLog(String reports) throws IOException {
        var drained = new CountDownLatch(1);
        var log = log(reports).getBytes(StandardCharsets.UTF_8);
        var live = new ByteArrayInputStream(log) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                var count = super.read(target, offset, length);
                if (count < 0) {
                    drained.countDown();
                    LockSupport.park(this);
                }
                return count;
            }
        };
        var source = Source.of(live, "log");
        source.readAhead(Thread::new);
        try (var scan = new Scan(
                source,
                false,
                null,
                parsing -> CompletableFuture.runAsync(() -> {
                    await(drained);
                    parsing.run();
                }))) {
            assertEquals("kcsan", scan.next().family());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A defect in what parses a report keeps no other from being read. */
    @Test
    void aFaultIsToldOf() throws IOException {
        try (var scan = scan(log("race much circular"), parsing -> {
            throw new RejectedExecutionException("full");
        })) {
            assertEquals("lockdep", scan.next().family());
            assertFalse(scan.hasNext());
            assertEquals(1, scan.failures().size());
            var failure = scan.failures().get(0);
            assertEquals("internal-error", failure.code());
            assertEquals(11, failure.line());
            assertEquals(scan.failures(), scan.diagnostics());
            assertEquals(1, scan.info().reports());
        }
    }
}
