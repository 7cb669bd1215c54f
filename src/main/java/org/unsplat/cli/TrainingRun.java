package org.unsplat.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the commands that users wait for over the same logs, and prints nothing. The build archives the classes that this run
 * loads; with {@code parse} alone, {@code show} and {@code check} would load theirs at each start.
 */
public final class TrainingRun {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("parse", "--format", "jsonl"),
            List.of("parse"),
            List.of("show"),
            List.of("show", "--group"),
            List.of("check", "--width", "100"),
            List.of("clean"),
            List.of("diff"),
            List.of("graph"));

    private TrainingRun() {}

    /**
     * Runs each command.
     *
     * @param operands several logs or directories; if there are none, some samples are read from standard input
     * @throws IOException if the samples cannot be read
     */
    public static void main(String[] operands) throws IOException {
        var process = Main.streams();
        if (operands.length > 0) {
            run(List.of(operands), new byte[0], process);
        } else {
            // Any file will do: what reads files is archived, too
            var file = Path.of(System.getProperty("java.home"), "release");
            run(List.of("-", file.toString()), samples(), process);
        }
    }

    /** The build puts them into the runnable jar. */
    private static byte[] samples() throws IOException {
        try (var samples = TrainingRun.class.getResourceAsStream("samples.log")) {
            return samples.readAllBytes();
        }
    }

    private static void run(List<String> logs, byte[] stdin, Streams process) {
        for (var command : COMMANDS) {
            var args = new ArrayList<>(command);
            args.addAll(command.contains("diff") ? logs.subList(0, 2) : logs);
            new Program(quiet(process, new ByteArrayInputStream(stdin))).run(args.toArray(String[]::new));
        }
    }

    private static Streams quiet(Streams process, InputStream in) {
        var nowhere = OutputStream.nullOutputStream();
        return new Streams(in, nowhere, new PrintStream(nowhere), process.interactive(), process.terminal());
    }
}
