package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a run writes: none may be named twice, or be one that the run reads. */
final class OutputFiles {

    private final Command command;
    private final Map<Path, String> names = new LinkedHashMap<>();

    OutputFiles(Command command) {
        this.command = command;
    }

    /** What a run reads, before all that it writes. */
    void readBy(String name, Path file) {
        if (isFile(file)) {
            names.put(real(file), name);
        }
    }

    /** The operands; what is in a directory is not looked at. */
    void readAsOperands(List<String> operands) {
        for (var operand : operands) {
            try {
                if (!operand.equals("-") && !operand.isEmpty()) {
                    readBy("an input", Path.of(operand));
                }
            } catch (InvalidPathException e) {
                // Whoever reads it says so
            }
        }
    }

    /** What a run writes; a usage error where it reads or writes that file already. Null is stdout. */
    void writtenBy(String name, Path file) {
        if (file == null || !isFile(file)) {
            return;
        }
        var other = names.put(real(file), name);
        if (other != null) {
            throw command.usageError(name + ": " + file + " is " + (other.startsWith("-") ? "that of " : "") + other
                    + ", too: give another file");
        }
    }

    /** Whether it is one, or will be: a device may be written any number of times. */
    private static boolean isFile(Path file) {
        return Files.isRegularFile(file) || !Files.exists(file);
    }

    private static Path real(Path file) {
        try {
            var target = Output.behindLinks(file.toAbsolutePath());
            return Files.exists(target)
                    ? target.toRealPath()
                    : target.getParent().toRealPath().resolve(target.getFileName());
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
