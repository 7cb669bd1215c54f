package org.unsplat.symbols;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unsplat.symbols.elf.InitialFileRanges;
import org.unsplat.symbols.tool.SourceLine;
import org.unsplat.symbols.tool.Symbolizer;
import org.unsplat.symbols.tool.SymbolizerFailure;

/** The running processes: one for each file, and for a module one for each section. */
final class ToolPool implements AutoCloseable {

    /** The largest number of processes; the least recently used one is ended, and started again when needed. */
    static final int MOST = 32;

    private record Of(CandidateFile file, String section) {}

    private final Tools tools;
    private final Map<Of, Symbolizer> running = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<CandidateFile, InitialFileRanges> firstFiles = new HashMap<>();

    ToolPool(Tools tools) {
        this.tools = tools;
    }

    /** @param section the section that contains the address, null if addresses are those of the whole file */
    List<SourceLine> lines(CandidateFile file, String section, long address) throws SymbolizerFailure {
        var of = new Of(file, section);
        var tool = running.get(of);
        if (tool == null) {
            if (running.size() == MOST) {
                running.remove(running.keySet().iterator().next()).close();
            }
            tool = tools.start(file.plain(), file.elf(), section);
            running.put(of, tool);
        }
        var lines = tool.lines(address);
        return tool.mistakesFirstFiles() ? rightFile(file, section, address, lines) : lines;
    }

    /** Corrects the file of the innermost function, which comes from the line table. */
    private List<SourceLine> rightFile(CandidateFile file, String section, long address, List<SourceLine> lines)
            throws SymbolizerFailure {
        var told = lines.get(0).file();
        var right = told == null ? null : firstFiles(file).file(section, address, told);
        if (Objects.equals(told, right)) {
            return lines;
        }
        var corrected = new ArrayList<>(lines);
        corrected.set(0, lines.get(0).in(right));
        return corrected;
    }

    private InitialFileRanges firstFiles(CandidateFile file) throws SymbolizerFailure {
        var known = firstFiles.get(file);
        if (known == null) {
            try {
                known = InitialFileRanges.of(file.elf());
            } catch (IOException e) {
                throw new SymbolizerFailure("its line tables, by which addr2line is checked, cannot be read: it "
                        + e.getMessage() + ": give --symbolizer llvm-symbolizer");
            }
            firstFiles.put(file, known);
        }
        return known;
    }

    /** Ends the processes of a file that is no longer needed. */
    void end(CandidateFile file) {
        firstFiles.remove(file);
        running.entrySet().removeIf(each -> {
            boolean its = each.getKey().file().equals(file);
            if (its) {
                each.getValue().close();
            }
            return its;
        });
    }

    @Override
    public void close() {
        running.values().forEach(Symbolizer::close);
        running.clear();
    }
}
