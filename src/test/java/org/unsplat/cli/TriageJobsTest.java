package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.symbols.TestTools;
import org.unsplat.triage.SampleReports;

/**
 * What people do with long logs, as the scripts that they would write. {@link ReadmeChecksTest} and {@link GitBisectTest}
 * run those of the README and the help.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class TriageJobsTest {

    private static final String QUIET = "[   10.000000][    T1] usb 1-1: new high-speed USB device number 2\n";

    @TempDir
    private Path dir;

    @Test
    void picksOneReportOfAThousand() throws IOException, InterruptedException {
        var log = new StringBuilder();
        for (var report = 0; report < 999; report++) {
            log.append(QUIET).append(SampleReports.circular("task/41", "toy_a" + report % 37, "toy_b", "toy_c"));
            log.append(report == 500 ? SampleReports.RACE : "");
        }
        Files.writeString(dir.resolve("console.log"), log);
        var said = run("""
                unsplat show --group console.log > bugs
                grep -c '^seen 27 times: ' bugs
                id=$(sed -n '/^r[0-9]*  KCSAN: /,/^site/s/^site.1 //p' bugs)
                unsplat show --id "$id" console.log > bug
                grep -c '^r[0-9]*  ' bug
                head -1 bug
                unsplat clean --report "$(sed 's/ .*//;q' bug)" console.log > report
                grep 'BUG: ' report
                """);
        assertEquals("""
                37
                1
                r502  KCSAN: data-race in toy_poll / toy_push
                BUG: KCSAN: data-race in toy_poll / toy_push
                """, said);
    }

    /** The log is larger than the memory. */
    @Test
    void trimsAReportOf300MegabytesForACommitMessage() throws IOException, InterruptedException {
        var megabyte = QUIET.repeat((1 << 20) / QUIET.length()).getBytes(StandardCharsets.US_ASCII);
        try (var log = Files.newOutputStream(dir.resolve("console.log"))) {
            for (var written = 0; written < 300; written++) {
                log.write(megabyte);
                if (written == 200) {
                    log.write(SampleReports.RACE.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        var said = run("""
                echo "toy: do not race" > message
                echo >> message
                unsplat clean --trim --kind kcsan-data-race console.log >> message
                cat message
                """);
        var alone = Cli.run(SampleReports.RACE.getBytes(StandardCharsets.US_ASCII), "clean", "--trim");
        assertEquals("toy: do not race\n\n" + alone.out(), said);
        assertTrue(said.contains("\n toy_poll\n"), said);
    }

    private String run(String script) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program = TestTools.script(
                dir.resolve("unsplat"),
                "#!/bin/sh\nexec '" + java + "' -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"\n");
        var builder = new ProcessBuilder("sh", "-e", "-c", script).directory(dir.toFile());
        builder.environment().put("PATH", dir + ":" + System.getenv("PATH"));
        builder.redirectError(dir.resolve("errors").toFile());
        var process = builder.start();
        process.getOutputStream().close();
        var said = ProcessTest.text(process);
        assertEquals(0, process.waitFor(), Files.readString(dir.resolve("errors")));
        return said;
    }
}
