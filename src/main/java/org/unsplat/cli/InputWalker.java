package org.unsplat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;

/** Resolves operands to inputs and walks directories in name order. An unreadable input does not stop the others. */
final class InputWalker {

    private final Streams streams;
    private final InputReader reader;
    private final OrderedReader ordered;

    InputWalker(Streams streams, InputReader reader, OrderedReader ordered) {
        this.streams = streams;
        this.reader = reader;
        this.ordered = ordered;
    }

    void operand(String operand) {
        if (operand.equals("-")) {
            ordered.add(this::readStdin, true);
            return;
        }
        if (operand.isEmpty()) {
            // An unset variable of a script; Java would take it for the working directory
            ordered.add(
                    out -> out.diagnostic(new Diagnostic(
                            "error",
                            "unreadable-input",
                            null,
                            null,
                            "an operand is empty: give a file, a directory, or - for stdin")),
                    true);
            return;
        }
        try {
            walk(operand, Path.of(operand), new HashSet<>());
        } catch (InvalidPathException e) {
            unreadable(operand, new IOException(IoErrors.NO_NAME + e.getReason()));
        }
    }

    /** @param seen the real paths of the directories walked so far, because several links may lead to one */
    private void walk(String name, Path path, Set<Path> seen) {
        if (!Files.isDirectory(path)) {
            ordered.add(out -> read(name, path, out), false);
            return;
        }
        try {
            if (seen.add(path.toRealPath())) {
                walkBelow(name, path, seen);
            }
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    private void walkBelow(String name, Path directory, Set<Path> seen) throws IOException {
        var entries = entries(directory);
        if (entries.isEmpty()) {
            ordered.add(out -> out.diagnostic(InputReader.emptyDirectory(name)), true);
        }
        for (var path : entries) {
            var below = path.getFileName().toString();
            // Anything but a file or a directory, such as a named pipe, might block for ever
            var special = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
            if (!special && !below.endsWith(Output.PART)) {
                walk(name.endsWith("/") ? name + below : name + "/" + below, path, seen);
            }
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        var paths = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                paths.add(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        paths.sort(null);
        return paths;
    }

    private void unreadable(String name, IOException reason) {
        ordered.add(out -> out.diagnostic(InputReader.unreadable(name, reason)), true);
    }

    private void read(String name, Path path, InputHandler out) {
        try (var source = open(name, path, out)) {
            reader.read(source, out);
        } catch (IOException e) {
            out.diagnostic(InputReader.unreadable(name, e));
        }
    }

    private void readStdin(InputHandler out) {
        Source source;
        try {
            source = Source.of(Progress.of(streams.in(), "stdin", 0, streams, out), "-");
        } catch (UncheckedIOException e) {
            out.diagnostic(InputReader.unreadable("-", e.getCause()));
            return;
        }
        reader.read(source, out);
    }

    private Source open(String name, Path path, InputHandler out) throws IOException {
        if (!streams.terminal().err()) {
            return Source.open(path, name);
        }
        try {
            return Source.of(Progress.of(Files.newInputStream(path), name, Files.size(path), streams, out), name);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
