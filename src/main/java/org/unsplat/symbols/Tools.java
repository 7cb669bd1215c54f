package org.unsplat.symbols;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.symbols.elf.ElfFile;
import org.unsplat.symbols.tool.Symbolizer;
import org.unsplat.symbols.tool.SymbolizerFailure;
import org.unsplat.symbols.tool.SymbolizerProgram;

/** The programs that find lines: the one that the user names, or those on PATH. */
final class Tools {

    private static final List<String> KNOWN = List.of("llvm-symbolizer", "addr2line");

    private final String given;
    private final String searchPath;
    private final Duration timeout;
    private final Map<String, SymbolizerProgram> programs = new HashMap<>();

    /** @param given a name or path, null for a program on the search path */
    Tools(String given, String searchPath, Duration timeout) {
        this.given = given;
        this.searchPath = searchPath;
        this.timeout = timeout;
    }

    /** Checks the program that the user named. */
    void check() throws SymbolizerFailure {
        if (given != null) {
            program(given);
        }
    }

    private SymbolizerProgram program(String name) throws SymbolizerFailure {
        var known = programs.get(name);
        if (known == null) {
            known = SymbolizerProgram.named(name, searchPath, timeout);
            programs.put(name, known);
        }
        return known;
    }

    /**
     * Starts a program that can read the file.
     *
     * @param file the file to read, whose content is {@code elf}
     * @param section the section that contains the addresses, null if they are those of the whole file
     */
    Symbolizer start(Path file, ElfFile elf, String section) throws SymbolizerFailure {
        var program = given == null ? onPath(elf) : program(given);
        var refusal = program.refusal(elf);
        if (refusal != null) {
            throw new SymbolizerFailure(refusal);
        }
        return program.start(file, section, timeout);
    }

    /** The first program that can read the file, else the one with the best explanation why it cannot. */
    private SymbolizerProgram onPath(ElfFile elf) throws SymbolizerFailure {
        var names = new ArrayList<>(KNOWN);
        names.addAll(SymbolizerProgram.namesFor(elf));
        SymbolizerFailure last = null;
        SymbolizerProgram refusing = null;
        for (var name : names) {
            if (SymbolizerProgram.isOn(searchPath, name)) {
                try {
                    var program = program(name);
                    if (program.refusal(elf) == null) {
                        return program;
                    }
                    refusing = program.isLlvm() ? refusing : program;
                } catch (SymbolizerFailure e) {
                    last = e;
                }
            }
        }
        if (refusing != null) {
            return refusing;
        }
        if (last != null) {
            throw last;
        }
        throw new SymbolizerFailure((elf.isRelocatable()
                        ? "addr2line is not on PATH, which modules need"
                        : "neither llvm-symbolizer nor addr2line is on PATH")
                + ": install binutils or give --symbolizer");
    }
}
