package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unsplat.symbols.elf.ElfSymbol;
import org.unsplat.symbols.elf.SymbolTable;
import org.unsplat.symbols.tool.SourceLine;
import org.unsplat.symbols.tool.Symbolizer;
import org.unsplat.symbols.tool.SymbolizerFailure;

/**
 * The kernel's or a module's symbols and lines. The same function and offset is looked up once; a tool that fails is not
 * asked again.
 */
final class DebugFile implements AutoCloseable {

    /** Distinct places of all logs of a run; beyond, the first are forgotten and asked for again. */
    private static final int MOST_ANSWERS = 1 << 18;

    /** Processes for the sections of a module; beyond, that which was not asked for longest is ended. */
    private static final int MOST_RUNNING = 8;

    private final String name;
    private final SymbolTable symbols;
    private final Path lines;
    private final boolean relocatable;
    private final Tools tools;
    private final Map<FrameQuery, Answer> answers = new HashMap<>();
    private final Map<String, Symbolizer> running = new LinkedHashMap<>(16, 0.75f, true);
    private String failure;

    /**
     * @param name what messages call it
     * @param lines the file that the tool is to read
     * @param relocatable whether its addresses begin at 0 in each section
     */
    DebugFile(String name, SymbolTable symbols, Path lines, boolean relocatable, Tools tools) {
        this.name = name;
        this.symbols = symbols;
        this.lines = lines;
        this.relocatable = relocatable;
        this.tools = tools;
    }

    String name() {
        return name;
    }

    /** Why the tool gives no answers, null where it does. */
    String failure() {
        return failure;
    }

    Answer find(FrameQuery query) {
        var known = answers.get(query);
        if (known == null) {
            if (answers.size() == MOST_ANSWERS) {
                answers.clear();
            }
            known = look(query);
            answers.put(query, known);
        }
        return known;
    }

    private Answer look(FrameQuery query) {
        try {
            var found = new ArrayList<ElfSymbol>();
            for (var symbol : symbols.named(query.function())) {
                if (query.size() == null || symbols.hasPrintedSize(symbol, query.size())) {
                    found.add(symbol);
                }
            }
            return found.isEmpty() ? Answer.of(Answer.Doubt.NOT_THERE) : agreed(found, query);
        } catch (IOException e) {
            failure = "its symbols cannot be read: it " + e.getMessage();
            return Answer.of(Answer.Doubt.NO_TOOL);
        }
    }

    /** Functions of one name and size may be copies of one: a header's, or a file's that is compiled several times. */
    private Answer agreed(List<ElfSymbol> found, FrameQuery query) throws IOException {
        Answer first = null;
        for (var symbol : found) {
            var answer = ask(symbol, query);
            if (first != null && !first.equals(answer)) {
                return Answer.of(Answer.Doubt.SEVERAL);
            }
            first = answer;
        }
        return first;
    }

    private Answer ask(ElfSymbol symbol, FrameQuery query) throws IOException {
        if (failure != null) {
            return Answer.of(Answer.Doubt.NO_TOOL);
        }
        try {
            var levels = lines(symbol, symbol.address() + query.distance());
            var outermost = levels.get(levels.size() - 1);
            return outermost.file() != null && isOf(outermost.function(), symbol, query)
                    ? new Answer(levels, Answer.Doubt.NONE)
                    : Answer.of(Answer.Doubt.OTHER);
        } catch (SymbolizerFailure e) {
            fail(e);
            return Answer.of(Answer.Doubt.NO_TOOL);
        }
    }

    private void fail(SymbolizerFailure why) {
        failure = why.getMessage();
        close();
    }

    private List<SourceLine> lines(ElfSymbol symbol, long address) throws SymbolizerFailure {
        var section = relocatable ? symbol.section().name() : null;
        var tool = running.get(section);
        if (tool == null) {
            if (running.size() == MOST_RUNNING) {
                running.remove(running.keySet().iterator().next()).close();
            }
            tool = tools.start(lines, section);
            running.put(section, tool);
        }
        return tool.lines(address);
    }

    /**
     * Whether the tool speaks of the function that was printed. Debug information leaves a compiler's suffix out
     * ({@code lkt_run.isra.0}), a function may have several names, and what fills up to the next one has none.
     */
    private boolean isOf(String answered, ElfSymbol symbol, FrameQuery query) throws IOException {
        if (answered == null) {
            return query.distance() >= symbol.size();
        }
        var plain = symbol.name().indexOf('.', 1);
        return answered.equals(symbol.name())
                || plain > 0 && answered.equals(symbol.name().substring(0, plain))
                || symbols.isAlias(answered, symbol);
    }

    /** What stands before {@code file} in the path of the file that has the function; null where it is not there. */
    String rootOf(String function, String file) {
        try {
            for (var symbol : failure == null ? symbols.named(function) : List.<ElfSymbol>of()) {
                var levels = lines(symbol, symbol.address());
                var path =
                        Objects.requireNonNullElse(levels.get(levels.size() - 1).file(), "");
                if (path.endsWith("/" + file)) {
                    return path.substring(0, path.length() - file.length());
                }
            }
        } catch (SymbolizerFailure e) {
            fail(e);
        } catch (IOException e) {
            // So it has no such function
        }
        return null;
    }

    /** Ends its processes. */
    @Override
    public void close() {
        running.values().forEach(Symbolizer::close);
        running.clear();
    }
}
