package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Once as a real process: the streams, the exit status and the class path are those of users. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProcessTest {

    @Test
    void parsesStdin() throws IOException, InterruptedException {
        var process = start("parse");
        process.getOutputStream().close();
        assertEquals(Cli.run("parse").out(), text(process));
        assertEquals(Exit.DONE, process.waitFor());
    }

    @Test
    void exitsWithTheStatus() throws IOException, InterruptedException {
        var process = start("parse", "--format", "nonsense");
        assertEquals("", text(process));
        assertEquals(Exit.FAILED, process.waitFor());
    }

    @Test
    void closedStdinIsUnreadable() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$0\" -cp \"$1\" \"$2\" check - <&-",
                        java,
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .start();
        assertTrue(text(process).startsWith("unsplat: stdin: cannot be read: it is closed: "));
        assertEquals(Exit.FAILED, process.waitFor());
    }

    /** As in {@code dmesg -tw | unsplat show}: the pipe stays open, and nothing comes after the closing ruler. */
    @Test
    void aFollowedReportIsShownAtItsClosingRuler() throws IOException {
        var log = Files.readString(Path.of("samples/kcsan/data-race/6.12-x86_64-one-bit.log"))
                .replaceAll("(?m)^\\[ *\\d+\\.\\d+\\](?:\\[ *[CT]\\d+\\])? ?", "");
        var report = log.substring(log.indexOf("====="), log.lastIndexOf("=====") + "=====\n".length());
        var process = start("show", "-");
        try (var input = process.getOutputStream();
                var output = process.inputReader(StandardCharsets.UTF_8)) {
            input.write(report.getBytes(StandardCharsets.UTF_8));
            input.flush();
            // A read cannot be interrupted: the end of the process ends it
            var watch = CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS);
            watch.execute(process::destroy);
            assertEquals("r1  KCSAN: data-race in kct_nonatomic_bit [kct] / kct_rd_bits [kct]", output.readLine());
            assertTrue(process.isAlive());
        } finally {
            process.destroy();
        }
    }

    static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static Process start(String... args) throws IOException {
        return start(List.of(), args);
    }

    /** @param options of the Java runtime */
    static Process start(List<String> options, String... args) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
