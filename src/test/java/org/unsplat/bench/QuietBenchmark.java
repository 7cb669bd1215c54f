package org.unsplat.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.unsplat.input.Source;
import org.unsplat.model.InputInfo;
import org.unsplat.scan.Scan;

/** 16 MB of a log without a report: what almost all bytes of a console log cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class QuietBenchmark {

    private static final int SIZE = 16_000_000;

    private byte[] log;

    @Setup
    public void write() {
        var text = new StringBuilder(SIZE);
        for (int line = 0; text.length() < SIZE; line++) {
            text.append(String.format(
                    Locale.ROOT,
                    "[%5d.%06d] usb %d-1: new high-speed USB device number %d using xhci_hcd%n",
                    line / 50,
                    line * 7919 % 1_000_000,
                    line % 9,
                    line % 127));
        }
        log = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    @SuppressWarnings("try") // nothing to close
    public InputInfo scan() {
        var scan = new Scan(Source.of(new ByteArrayInputStream(log), "log"), false);
        if (scan.hasNext()) {
            throw new IllegalStateException("found " + scan.next().title());
        }
        return scan.info();
    }
}
