package org.unsplat.symbols.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unsplat.symbols.elf.ElfFile;

/**
 * A program that finds lines, recognized by its help text. Names are unreliable: {@code llvm-addr2line} is LLVM's, and
 * distributions add versions and systems to names.
 *
 * @param isLlvm whether it is {@code llvm-symbolizer} with JSON; otherwise it is GNU {@code addr2line}
 * @param targets the targets it was built for, by BFD's names; empty if it does not list them
 */
public record SymbolizerProgram(Path path, boolean isLlvm, Set<String> targets) {

    private static final Pattern TARGETS = Pattern.compile("supported targets: ([^\n]*)");

    private static final int LONGEST_HELP = 1 << 17;

    /**
     * Finds the program with this name or path.
     *
     * @param searchPath directories in the format of PATH
     * @throws SymbolizerFailure if there is none, or if it is no symbolizer
     */
    public static SymbolizerProgram named(String name, String searchPath, Duration timeout) throws SymbolizerFailure {
        var path = name.contains("/") || name.contains(File.separator) ? executable(name) : find(name, searchPath);
        if (path == null) {
            throw new SymbolizerFailure(name + " is no program that can be run");
        }
        try (var process = new ToolProcess(List.of(path.toString(), "--help"), timeout)) {
            var help = process.all(LONGEST_HELP);
            if (help.contains("--output-style") && help.contains("JSON")) {
                return new SymbolizerProgram(path, true, Set.of());
            }
            // The one of elfutils has the same options, but prints columns in its answers
            if (help.contains("--inlines") && help.contains("--section") && help.contains("--exe=")) {
                var targets = TARGETS.matcher(help);
                return new SymbolizerProgram(
                        path,
                        false,
                        targets.find() ? new HashSet<>(List.of(targets.group(1).split(" +"))) : Set.of());
            }
        }
        throw new SymbolizerFailure(name + " is neither llvm-symbolizer, 13 or later, nor GNU addr2line");
    }

    /** Whether a program of this name is in one of the directories. */
    public static boolean isOn(String searchPath, String name) {
        return find(name, searchPath) != null;
    }

    private static Path find(String name, String searchPath) {
        for (var dir : searchPath.split(File.pathSeparator)) {
            // A shell takes an empty entry for the working directory, where anybody may have left a program
            var path = dir.isEmpty() ? null : executable(dir + "/" + name);
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

    /** Why it cannot read a file, with a remedy; null if it can. */
    public String refusal(ElfFile file) {
        var machine = file.isRelocatable() ? Machine.of(file) : null;
        if (file.isRelocatable() && isLlvm) {
            return path.getFileName() + " cannot tell the sections of a module apart: give --symbolizer addr2line";
        }
        return machine == null || targets.isEmpty() || targets.contains(machine.target())
                ? null
                : "this " + path.getFileName() + " cannot read " + machine.label() + ": give --symbolizer "
                        + machine.programs().get(0);
    }

    /** The names, without directory, of programs built for the machine of a file. */
    public static List<String> namesFor(ElfFile file) {
        var machine = Machine.of(file);
        return machine == null ? List.of() : machine.programs();
    }

    /**
     * Starts the program for a file.
     *
     * @param section the section that contains the addresses, null if they are those of the whole file
     */
    public Symbolizer start(Path file, String section, Duration timeout) throws SymbolizerFailure {
        return isLlvm ? new LlvmSymbolizer(path, file, timeout) : new GnuAddr2line(path, file, section, timeout);
    }
}
