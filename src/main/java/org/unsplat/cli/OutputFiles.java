package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a run writes; none may be given twice, or be a file that the run reads. */
final class OutputFiles {

    private final Command command;
    private final Map<Path, String> names = new LinkedHashMap<>();

    OutputFiles(Command command) {
        this.command = command;
    }

    /** Adds a file that the run reads; to be called before {@link #writtenBy}. */
    void readBy(String name, Path file) {
        if (isFile(file)) {
            names.put(real(file), name);
        }
    }

    /** Adds the operands; the content of directories is not checked. */
    void readAsOperands(List<String> operands) {
        for (var operand : operands) {
            try {
                if (!operand.equals("-") && !operand.isEmpty()) {
                    readBy("an input", Path.of(operand));
                }
            } catch (InvalidPathException e) {
                // Reported when it is read
            }
        }
    }

    /** Adds a file that the run writes; a usage error if it is read or written already. Null is stdout. */
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

    /** Whether it is or will be a regular file; a device may be written several times. */
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
