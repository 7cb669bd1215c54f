package org.unsplat.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.cli.Cli;

/** Spark, DuckDB and the command line find the same; {@code -Dfleet.logs=DIR} has other logs. Profile {@code fleet}. */
class FleetIT {

    private static final Path SAMPLES = Path.of("samples/lockdep");
    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    private static final String RACE = "samples/kcsan/data-race/6.12-x86_64-one-bit.log";

    @TempDir
    private Path dir;

    static List<Path> javas() throws IOException {
        return FleetRun.javas();
    }

    /** Logs of all sorts, one of them cut, one that cannot be read, an archive, and one with a clock. */
    private Path logs() throws IOException {
        if (System.getProperty("fleet.logs") != null) {
            return Path.of(System.getProperty("fleet.logs"));
        }
        var logs = Files.createDirectories(dir.resolve("logs/some where"));
        try (var samples = Files.walk(SAMPLES)) {
            for (var sample : samples.filter(path -> path.toString().endsWith(".log")).limit(30).toList()) {
                Files.copy(sample, logs.resolve(sample.getParent().getFileName() + "-" + sample.getFileName()));
            }
        }
        var cycle = Files.readAllBytes(Path.of(CYCLE));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(cycle);
        }
        Files.write(logs.resolve("cut.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        try (var zip = new ZipOutputStream(Files.newOutputStream(logs.resolve("run.zip")))) {
            for (var name : new String[] {"a.log", "b/c.log"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(cycle);
            }
        }
        if (Files.exists(Path.of("/proc/self/mem"))) {
            Files.createSymbolicLink(logs.resolve("unreadable.log"), Path.of("/proc/self/mem"));
        }
        var journal = Files.readString(Path.of(RACE)).replaceAll("(?m)^", "2026-11-20T06:03:44+00:00 host kernel: ");
        Files.writeString(logs.resolve("journal.log"), journal);
        Files.write(logs.resolve("empty.log"), new byte[0]);
        return dir.resolve("logs");
    }

    private Path parsed(Path logs) {
        var jsonl = dir.resolve("reports-2026-11-30.jsonl");
        Cli.run("parse", "--jobs", "2", "--format", "jsonl", "-o", jsonl.toString(), logs.toString());
        return jsonl;
    }

    @ParameterizedTest
    @MethodSource("javas")
    void allFindTheSame(Path java) throws Exception {
        var logs = logs();
        var jsonl = parsed(logs);
        var tables = dir.resolve("tables");
        var job = new FleetRun(dir, java).with("spark.master", "local[2]");
        for (var time = 1; time <= (java.equals(javas().get(0)) ? 2 : 1); time++) {
            // The second time in place of the first
            job.run(logs, tables, "nightly");
            try (var both = new FleetTables(jsonl, tables)) {
                both.assertSame();
                System.out.println(java + ": " + both.count("spark_reports") + " reports, " + both.count("spark_bugs")
                        + " bugs, " + both.count("spark_diagnostics") + " diagnostics");
            }
        }
        assertTrue(Files.isDirectory(tables.resolve("reports/run=nightly")));
    }

    @Test
    void theQuestionsAreAnswered() throws Exception {
        assumeTrue(System.getProperty("fleet.logs") == null);
        var old = Files.readString(Path.of(RACE)).replaceAll("(?m)^", "2026-11-20T06:03:44+00:00 host kernel: ");
        var logs = Files.createDirectories(dir.resolve("few"));
        Files.writeString(logs.resolve("old.log"), old);
        Files.copy(Path.of(CYCLE), logs.resolve("new.log"));
        Files.writeString(logs.resolve("note.txt"), "nothing\n");
        var jsonl = parsed(logs);
        var csv = dir.resolve("out.csv");
        Cli.run("parse", "--format", "csv", "-o", csv.toString(), logs.toString());
        Files.copy(Path.of(CYCLE), logs.resolve("failing.log"));
        var tables = dir.resolve("tables");
        new FleetRun(dir, Path.of(System.getProperty("java.home")))
                .with("spark.master", "local[2]")
                .with("spark.hadoop.fs.file.impl", FailingDisk.class.getName())
                .run(logs, tables, "x");
        var cycle = "cycle/1 695f2d94e1d7c50a|possible deadlock in lkt_m_ba|1";
        var race = "site/1 908708150dfaebb8|KCSAN: data-race in kct_nonatomic_bit [kct] / kct_rd_bits [kct]|1";
        try (var both = new FleetTables(jsonl, tables)) {
            assertEquals(
                    List.of(
                            List.of(cycle + "|2026-11-30"),
                            List.of(cycle + "|1|[6.12.117]", race + "|1|[6.12.117]"),
                            List.of(race + "|2026-11-20"),
                            List.of("6.12.117|2|2"),
                            List.of("lkt|1|1", "null|1|1"),
                            List.of("lkt_ma|1|1", "lkt_mb|1|1")),
                    both.answers(jsonl));
            assertTrue(Files.isDirectory(tables.resolve("reports/run=x/day=2026-11-20")));
            assertEquals(
                    both.ask("SELECT kind, title, line, bug, complete FROM reports ORDER BY ALL"),
                    both.ask("SELECT kind, title, line, bug, complete FROM read_csv('" + csv + "') ORDER BY ALL"));
            // What was read before the disk failed is there, and why the rest is not
            var failing = " WHERE input LIKE '%/failing.log'";
            assertEquals(List.of("possible deadlock in lkt_m_ba"), both.ask("SELECT title FROM spark_reports" + failing));
            assertEquals(
                    List.of("error|unreadable-input|true"),
                    both.ask("SELECT level, code, contains(message, '" + FailingDisk.MESSAGE + "') FROM spark_diagnostics"
                            + failing));
        }
    }

    /** An executor that is killed while it works costs time, and nothing else. */
    @Test
    void anExecutorMayDie() throws Exception {
        var logs = logs();
        var text = new StringBuilder();
        for (var time = 0; System.getProperty("fleet.logs") == null && time < 300; time++) {
            text.append(Files.readString(Path.of(CYCLE)));
        }
        for (var number = 0; !text.isEmpty() && number < 6; number++) {
            Files.writeString(logs.resolve("long" + number + ".log"), text, StandardCharsets.UTF_8);
        }
        var jsonl = parsed(logs);
        var tables = dir.resolve("tables");
        var job = new FleetRun(dir, Path.of(System.getProperty("java.home"))).withExecutors(2, 1, 1024).with("spark.sql.files.maxPartitionBytes", "8m");
        var process = job.start(logs, tables, "killed");
        while (process.isAlive() && !Files.readString(job.log()).contains("Finished task 3.0 in stage 0.0")) {
            Thread.sleep(200);
        }
        FleetRun.executorOf(process).orElseThrow().destroyForcibly();
        job.end(process);
        assertTrue(Files.readString(job.log()).contains("Lost executor"), "none was lost");
        try (var both = new FleetTables(jsonl, tables)) {
            both.assertSame();
        }
    }
}
