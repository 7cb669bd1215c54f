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
        // Not System.out: a PrintStream hides that the disk is full or that the reader of the pipe is gone
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var streams = new Streams(System.in, out, err, Streams.stdinIsTerminal(), Terminal.ofProcess());
        // What no option of ours takes need not be loaded
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        System.exit(new Program(streams).run(args));
    }
}
