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

/** Operands as opened inputs, one after the other, directories walked. One that cannot be read stops no other. */
final class Inputs {

    private final List<String> operands;
    private final Streams streams;

    Inputs(List<String> operands, Streams streams) {
        this.operands = operands;
        this.streams = streams;
    }

    /** Takes the inputs. */
    interface Visitor {

        /** Reads an input, which is closed afterwards unless it is stdin. */
        void input(Source source);

        /** Told of an input that could not be opened. */
        void unreadable(String name, IOException reason);
    }

    void visit(Visitor visitor) {
        for (var operand : operands) {
            if (operand.equals("-")) {
                visitor.input(Source.of(Progress.of(streams.in(), "stdin", 0, streams), operand));
            } else {
                visitOperand(operand, visitor);
            }
        }
    }

    private void visitOperand(String operand, Visitor visitor) {
        try {
            walk(operand, Path.of(operand), new HashSet<>(), visitor);
        } catch (InvalidPathException e) {
            visitor.unreadable(operand, new IOException("not a file name here: " + e.getReason()));
        }
    }

    /** @param above the real paths of the directories that we are in, to step out of loops of symbolic links */
    private void walk(String name, Path path, Set<Path> above, Visitor visitor) {
        if (!Files.isDirectory(path)) {
            read(name, path, visitor);
            return;
        }
        try {
            var real = path.toRealPath();
            if (above.add(real)) {
                walkBelow(name, path, above, visitor);
                above.remove(real);
            }
        } catch (IOException e) {
            visitor.unreadable(name, e);
        }
    }

    private void walkBelow(String name, Path directory, Set<Path> above, Visitor visitor) throws IOException {
        for (var path : entries(directory)) {
            var below = path.getFileName().toString();
            // What is neither a file nor a directory, a named pipe, would make us wait for ever
            var special = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
            if (!special && !below.endsWith(Output.PART)) {
                walk(name.endsWith("/") ? name + below : name + "/" + below, path, above, visitor);
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

    private void read(String name, Path path, Visitor visitor) {
        try (var source = open(name, path)) {
            visitor.input(source);
        } catch (IOException e) {
            visitor.unreadable(name, e);
        }
    }

    private Source open(String name, Path path) throws IOException {
        if (!streams.terminal().err()) {
            return Source.open(path, name);
        }
        try {
            return Source.of(Progress.of(Files.newInputStream(path), name, Files.size(path), streams), name);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
