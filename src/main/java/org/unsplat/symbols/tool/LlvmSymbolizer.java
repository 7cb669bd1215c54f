package org.unsplat.symbols.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code llvm-symbolizer --output-style=JSON}, version 13 and later: an address is answered with one line.
 *
 * <pre>
 * {"Address":"0xffffffff812b459d","ModuleName":"vmlinux","Symbol":[
 *   {"FileName":"/usr/src/linux/kernel/locking/rtmutex_api.c","FunctionName":"__mutex_lock_common","Line":519, ...}, ...]}
 * </pre>
 *
 * <p>It takes no section: of a file that is yet to be linked it may take the function from one and the line from another.
 */
final class LlvmSymbolizer implements Symbolizer {

    private final ToolProcess process;

    LlvmSymbolizer(Path program, Path file, Duration timeout) throws SymbolizerFailure {
        process = new ToolProcess(
                List.of(
                        program.toString(),
                        "--output-style=JSON",
                        "--functions=linkage",
                        "--inlines",
                        "--no-demangle",
                        "--obj=" + file.toAbsolutePath()),
                timeout);
    }

    @Override
    public List<SourceLine> lines(long address) throws SymbolizerFailure {
        process.ask("0x" + Long.toHexString(address) + "\n");
        var answer = process.line();
        var levels = new ArrayList<SourceLine>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), answer)) {
            read(parser, levels);
        } catch (JacksonException e) {
            throw process.strange(answer);
        }
        if (levels.isEmpty()) {
            throw process.strange(answer);
        }
        return levels;
    }

    /** Takes each object with a FunctionName, wherever it stands: other versions may put more around it. */
    private static void read(JsonParser parser, List<SourceLine> levels) {
        String function = null;
        String file = null;
        int line = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.END_OBJECT && function != null) {
                levels.add(level(function, file, line));
                function = null;
            } else if (token == JsonToken.VALUE_STRING && "FunctionName".equals(parser.currentName())) {
                function = parser.getString();
            } else if (token == JsonToken.VALUE_STRING && "FileName".equals(parser.currentName())) {
                file = parser.getString();
            } else if (token == JsonToken.VALUE_NUMBER_INT && "Line".equals(parser.currentName())) {
                line = parser.getIntValue();
            }
        }
    }

    private static SourceLine level(String function, String file, int line) {
        boolean known = file != null && !file.isEmpty() && !file.equals("??");
        return new SourceLine(
                function.isEmpty() || function.equals("??") ? null : function,
                known ? file : null,
                known && line > 0 ? line : null);
    }

    @Override
    public void close() {
        process.close();
    }
}
