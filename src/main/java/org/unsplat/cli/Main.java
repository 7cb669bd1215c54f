package org.unsplat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program {@code unsplat}: the one place that touches the process's streams and ends it. */
public final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        var status = new Program(streams()).run(args);
        // Only daemon threads are left, so that the end of this method ends Java: exit() loads Java's loggers from 21
        // on
        if (status != Exit.DONE) {
            // A Java that cannot start exits with 1, too: the script that starts it asks for another number
            System.exit(status == Exit.NEW_FOUND ? Integer.getInteger("unsplat.found", status) : status);
        }
    }

    /** Those of the process. */
    static Streams streams() {
        // What no option of ours takes need not be loaded
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        // Not System.out: a PrintStream hides that the disk is full or that the reader of the pipe is gone
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var in = Streams.stdinIsClosed() ? new ClosedInput() : System.in;
        return new Streams(in, out, err, Streams.stdinIsTerminal(), Terminal.ofProcess());
    }
}
