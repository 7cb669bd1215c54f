package org.unsplat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program {@code unsplat}: the only class that uses the streams of the process and ends it. */
public final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        var status = new Program(streams()).run(args);
        // Only daemon threads are left, so Java ends here; exit() loads Java's loggers from Java 21 on
        if (status != Exit.DONE) {
            // A Java that cannot start also exits with 1, so the start script asks for another number
            System.exit(status == Exit.NEW_FOUND ? Integer.getInteger("unsplat.found", status) : status);
        }
    }

    static Streams streams() {
        // No option needs these converters, so they need not be loaded
        System.setProperty("picocli.converters.excludes", "java\\.[st].*");
        // Not System.out: a PrintStream hides a full disk and a closed pipe
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Streams(new StandardInput(System.in), out, err, Streams.stdinIsTerminal(), Terminal.ofProcess());
    }
}
