package org.unsplat.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the program within the test, with streams of its own. */
public final class Cli {

    private Cli() {}

    /** What a run came to. */
    public record Result(int status, String out, String err) {}

    /** Runs a command line with nothing on stdin. */
    public static Result run(String... args) {
        return run(new byte[0], args);
    }

    /** Runs a command line with these bytes on stdin. */
    public static Result run(byte[] stdin, String... args) {
        var out = new ByteArrayOutputStream();
        return run(stdin, out, false, args).withOut(out);
    }

    static Result atTerminal(String... args) {
        var out = new ByteArrayOutputStream();
        return run(new byte[0], out, true, args).withOut(out);
    }

    /** Runs a command line that writes to the given stream; the result holds no output. */
    static Outcome run(byte[] stdin, OutputStream out, boolean interactive, String... args) {
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new ByteArrayInputStream(stdin), out, new PrintStream(err, true, StandardCharsets.UTF_8), interactive);
        return new Outcome(new Program(streams).run(args), err.toString(StandardCharsets.UTF_8));
    }

    record Outcome(int status, String err) {

        Result withOut(ByteArrayOutputStream out) {
            return new Result(status, out.toString(StandardCharsets.UTF_8), err);
        }
    }
}
