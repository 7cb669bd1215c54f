package org.unsplat.symbols;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unsplat.symbols.elf.ElfSymbol;
import org.unsplat.symbols.elf.SymbolTable;
import org.unsplat.symbols.tool.SourceLine;
import org.unsplat.symbols.tool.SymbolizerFailure;

/**
 * The symbols and lines of the kernel or a module. Each function and offset is looked up once; a tool that failed is not asked
 * again.
 */
final class DebugFile {

    /** The largest number of places that are remembered; if there are more, all are forgotten. */
    private static final int MOST_ANSWERS = 1 << 16;

    private final CandidateFile file;
    private final SymbolTable symbols;
    private final ToolPool tools;
    private final Map<FrameQuery, FrameAnswer> answers = new HashMap<>();
    private long lastUse = System.nanoTime();
    private String failure;

    /** @param file the file that has the lines */
    DebugFile(CandidateFile file, SymbolTable symbols, ToolPool tools) {
        this.file = file;
        this.symbols = symbols;
        this.tools = tools;
    }

    /** The name in messages. */
    String name() {
        return file.path().toString();
    }

    /** The number of symbols in memory. */
    int symbols() {
        return symbols.size();
    }

    /** The time of the last use by {@link System#nanoTime}. */
    long lastUse() {
        return lastUse;
    }

    /** Ends its processes; the next query starts them again. */
    void end() {
        tools.end(file);
    }

    /** Why the tool does not answer, null if it does. */
    String failure() {
        return failure;
    }

    FrameAnswer find(FrameQuery query) {
        lastUse = System.nanoTime();
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

    private FrameAnswer look(FrameQuery query) {
        try {
            var found = new ArrayList<ElfSymbol>();
            for (var symbol : symbols.named(query.function())) {
                if (query.size() == null || symbols.hasPrintedSize(symbol, query.size())) {
                    found.add(symbol);
                }
            }
            return found.isEmpty() ? FrameAnswer.of(FrameAnswer.Doubt.NOT_THERE) : agreed(found, query);
        } catch (IOException e) {
            failure = "its symbols cannot be read: it " + e.getMessage();
            return FrameAnswer.of(FrameAnswer.Doubt.NO_TOOL);
        }
    }

    /** Functions of one name and size may be copies, of a header or of a file that is compiled several times. */
    private FrameAnswer agreed(List<ElfSymbol> found, FrameQuery query) throws IOException {
        FrameAnswer first = null;
        for (var symbol : found) {
            var answer = ask(symbol, query);
            if (first != null && !first.equals(answer)) {
                return FrameAnswer.of(FrameAnswer.Doubt.SEVERAL);
            }
            first = answer;
        }
        return first;
    }

    private FrameAnswer ask(ElfSymbol symbol, FrameQuery query) throws IOException {
        if (failure != null) {
            return FrameAnswer.of(FrameAnswer.Doubt.NO_TOOL);
        }
        try {
            var levels = lines(symbol, symbol.address() + query.distance());
            var outermost = levels.get(levels.size() - 1);
            // Line 0 means code that no source line has; assembler code may have a file and no line
            return outermost.line() != null && isOf(outermost.function(), symbol, query)
                    ? new FrameAnswer(levels, FrameAnswer.Doubt.NONE)
                    : FrameAnswer.of(FrameAnswer.Doubt.OTHER);
        } catch (SymbolizerFailure e) {
            fail(e);
            return FrameAnswer.of(FrameAnswer.Doubt.NO_TOOL);
        }
    }

    private void fail(SymbolizerFailure why) {
        failure = why.getMessage();
        tools.end(file);
    }

    private List<SourceLine> lines(ElfSymbol symbol, long address) throws SymbolizerFailure {
        return tools.lines(file, file.elf().isRelocatable() ? symbol.section().name() : null, address);
    }

    /**
     * Whether the tool names the printed function. Debug information leaves out compiler suffixes ({@code lkt_run.isra.0}), a
     * function may have several names, and padding before the next function has none.
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

    /** The part before {@code file} in the path of the file that defines the function; null if the function is not there. */
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
            // Treated like a missing function
        }
        return null;
    }
}
