package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.scan.Scan;

/** Threads that parse while the input is read on change no result. */
class ParallelParsingTest {

    @Test
    void allSamplesInOneLog() throws IOException {
        var log = samples();
        var expected = read(log, null);
        assertTrue(expected.stream().filter(Report.class::isInstance).count() > 150, "the samples are there");
        var handedOver = new AtomicInteger();
        for (var threads : List.of(1, 3)) {
            var pool = Executors.newFixedThreadPool(threads);
            try {
                assertEquals(expected, read(log, parsing -> {
                    handedOver.incrementAndGet();
                    pool.execute(parsing);
                }));
            } finally {
                pool.shutdownNow();
            }
        }
        assertTrue(handedOver.get() > 100, handedOver + " reports were parsed by others");
    }

    private static List<Object> read(byte[] log, Executor parsers) throws IOException {
        var found = new ArrayList<Object>();
        try (var scan = new Scan(Source.of(new ByteArrayInputStream(log), "log"), true, null, parsers)) {
            scan.forEachRemaining(found::add);
            found.add(scan.info());
            found.addAll(scan.diagnostics());
        }
        return found;
    }

    private static byte[] samples() throws IOException {
        var log = new ByteArrayOutputStream();
        try (var paths = Files.walk(Path.of("samples"))) {
            for (var path : paths.filter(each -> each.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                log.write(Files.readAllBytes(path));
                log.write('\n');
            }
        }
        return log.toByteArray();
    }
}
