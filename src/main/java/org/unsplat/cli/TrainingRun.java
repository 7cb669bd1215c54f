package org.unsplat.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
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
     * @param operands logs and directories, or {@code -} for standard input
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] operands) throws IOException {
        var process = Main.streams();
        byte[] stdin = List.of(operands).contains("-") ? process.in().readAllBytes() : new byte[0];
        for (var command : COMMANDS) {
            var args = new ArrayList<>(command);
            args.addAll(List.of(operands));
            if (command.contains("diff")) {
                Collections.addAll(args, operands);
            }
            new Program(quiet(process, new ByteArrayInputStream(stdin))).run(args.toArray(String[]::new));
        }
    }

    private static Streams quiet(Streams process, InputStream in) {
        var nowhere = OutputStream.nullOutputStream();
        return new Streams(in, nowhere, new PrintStream(nowhere), process.interactive(), process.terminal());
    }
}
