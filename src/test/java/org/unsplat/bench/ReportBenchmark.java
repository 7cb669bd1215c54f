package org.unsplat.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.unsplat.demux.Engine;
import org.unsplat.demux.Span;
import org.unsplat.input.CleanLines;
import org.unsplat.input.Line;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonLines;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.scan.Kinds;
import org.unsplat.scan.Scan;

/** One report on its way from lines to text, stage by stage; {@code whole} is all of it up to the report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReportBenchmark {

    @Param({
        "kcsan/data-race/6.12-x86_64-marked-write",
        "lockdep/circular-dependency/6.1-x86_64-abcd-mutex",
        "lockdep/suspicious-rcu/6.12-x86_64-dereference",
        "lockdep/held-locks/6.12-x86_64-hung-task"
    })
    private String sample;

    private byte[] log;
    private List<Line> lines;
    private Span span;
    private Report report;

    @Setup
    public void read() throws IOException {
        log = Files.readAllBytes(Path.of("samples", sample + ".log"));
        lines = new ArrayList<>();
        new CleanLines(source()).forEachRemaining(lines::add);
        span = demux();
        report = whole();
    }

    private Source source() {
        return Source.of(new ByteArrayInputStream(log), sample);
    }

    @Benchmark
    public Span demux() {
        var engine = new Engine(Kinds.all());
        lines.forEach(engine::take);
        engine.end();
        return engine.poll();
    }

    @Benchmark
    public Report parse() {
        return span.read();
    }

    @Benchmark
    @SuppressWarnings("try") // nothing to close
    public Report whole() {
        return new Scan(source(), false).next();
    }

    @Benchmark
    public void writeJson() {
        var json = new JsonLines(OutputStream.nullOutputStream());
        json.report(report);
        json.finish();
    }

    @Benchmark
    public String writeForPeople() {
        return new ScreenWriter(80, false, false).text(report);
    }
}
