package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unsplat.demux.Engine;
import org.unsplat.grammar.ReportKind;
import org.unsplat.input.CleanLines;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonReader;
import org.unsplat.render.trim.KernelTextWriter;

/**
 * Kinds made anew read and write every sample as it should be. The program's own are made once, before a mutation could
 * change how.
 */
class LockdepKindsTest {

    private static ReportKind anew(ReportKind kind) {
        try {
            return kind.slug().equals("lockdep-bad-unlock-balance")
                    ? BadUnlockBalance.ofUnlock()
                    : kind.slug().equals("lockdep-bad-contention")
                            ? BadUnlockBalance.ofContention()
                            : kind.slug().equals("lockdep-held-locks")
                                    ? HeldLocksReport.withHeldLocks()
                                    : kind.slug().equals("lockdep-assert")
                                            ? HeldLocksReport.ofAssertion()
                                            : kind instanceof HeldLocksReport
                                                    ? HeldLocksReport.ofLockdep()
                                                    : kind.getClass()
                                                            .getDeclaredConstructor()
                                                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areMadeAsTheyWere() throws IOException {
        var kinds = LockdepKinds.all().stream().map(LockdepKindsTest::anew).toList();
        var goldens = goldens();
        assertFalse(goldens.isEmpty());
        for (var golden : goldens) {
            var log = Path.of(golden.toString().replaceFirst("json$", "log"));
            var expected = reports(golden);
            var read = read(log, kinds);
            assertEquals(
                    expected.stream().map(LockdepKindsTest::facts).toList(),
                    read.stream().map(LockdepKindsTest::facts).toList(),
                    log.toString());
            for (var report : expected) {
                assertEquals(
                        new KernelTextWriter(LockdepKinds.all()).lines(report),
                        new KernelTextWriter(kinds).lines(report),
                        log.toString());
            }
        }
    }

    private static List<Path> goldens() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("samples", "lockdep"))) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Report> reports(Path golden) throws IOException {
        var reports = new ArrayList<Report>();
        try (var reader = new JsonReader(Files.newInputStream(golden), golden.toString())) {
            reader.forEachRemaining(reports::add);
        }
        return reports;
    }

    private static List<Report> read(Path log, List<ReportKind> kinds) throws IOException {
        var engine = new Engine(kinds);
        var reports = new ArrayList<Report>();
        try (var source = Source.of(Files.newInputStream(log), log.toString())) {
            new CleanLines(source).forEachRemaining(engine::take);
        }
        engine.end();
        for (var span = engine.poll(); span != null; span = engine.poll()) {
            var report = span.read();
            if (report != null) {
                reports.add(report);
            }
        }
        return reports;
    }

    private static List<Object> facts(Report report) {
        return Stream.of(
                        report.kind(),
                        report.headline(),
                        report.complete(),
                        report.unparsed(),
                        report.system(),
                        report.lockdep(),
                        report.backtrace() == null ? "" : report.backtrace())
                .toList();
    }
}
