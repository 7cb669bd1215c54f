package org.unsplat.symbols.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that can be asked for lines, told by its own help: what it is called says little, for
 * {@code llvm-addr2line} is LLVM's, and distributions add versions and systems to the names.
 *
 * @param isLlvm whether it is {@code llvm-symbolizer} with JSON, else it is GNU {@code addr2line}
 */
public record SymbolizerProgram(Path path, boolean isLlvm) {

    private static final int LINES_OF_HELP = 500;

    /**
     * The program of this name, with or without a folder.
     *
     * @param searchPath folders as PATH lists them
     * @throws SymbolizerFailure where there is none, or it is no symbolizer
     */
    public static SymbolizerProgram named(String name, String searchPath, Duration timeout) throws SymbolizerFailure {
        var path = name.contains("/") || name.contains(File.separator) ? executable(name) : find(name, searchPath);
        if (path == null) {
            throw new SymbolizerFailure(name + " is no program that can be run");
        }
        try (var process = new ToolProcess(List.of(path.toString(), "--help"), timeout)) {
            var help = process.all(LINES_OF_HELP);
            if (help.contains("--output-style") && help.contains("JSON")) {
                return new SymbolizerProgram(path, true);
            }
            // That of elfutils knows the same options, and answers with columns
            if (help.contains("--inlines") && help.contains("--section") && help.contains("--exe=")) {
                return new SymbolizerProgram(path, false);
            }
        }
        throw new SymbolizerFailure(name + " is neither llvm-symbolizer, 13 or later, nor GNU addr2line");
    }

    /** Whether a program of this name is in one of the folders. */
    public static boolean isOn(String searchPath, String name) {
        return find(name, searchPath) != null;
    }

    private static Path find(String name, String searchPath) {
        for (var folder : searchPath.split(File.pathSeparator)) {
            // To a shell an empty one is the working directory, where anybody may have left a program
            var path = folder.isEmpty() ? null : executable(folder + "/" + name);
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    private static Path executable(String name) {
        try {
            var path = Path.of(name);
            return Files.isRegularFile(path) && Files.isExecutable(path) ? path.toAbsolutePath() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether it can be told the section of an address. */
    public boolean takesSections() {
        return !isLlvm;
    }

    /**
     * Starts it on a file.
     *
     * @param section within which addresses are, null where they are those of the whole file
     */
    public Symbolizer start(Path file, String section, Duration timeout) throws SymbolizerFailure {
        return isLlvm ? new LlvmSymbolizer(path, file, timeout) : new GnuAddr2line(path, file, section, timeout);
    }
}
