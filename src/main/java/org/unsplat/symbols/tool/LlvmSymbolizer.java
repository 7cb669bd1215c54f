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
 * {@code llvm-symbolizer --output-style=JSON}, version 13 and later, which answers an address with one line.
 *
 * <pre>
 * {"Address":"0xffffffff812b459d","ModuleName":"vmlinux","Symbol":[
 *   {"FileName":"/usr/src/linux/kernel/locking/rtmutex_api.c","FunctionName":"__mutex_lock_common","Line":519, ...}, ...]}
 * </pre>
 *
 * <p>It accepts no section: in a file that is not linked it may find the function in one section and the line in another.
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
            var asked = read(parser, levels);
            if (levels.isEmpty() || asked == null || Long.parseUnsignedLong(asked.substring(2), 16) != address) {
                throw process.strange(answer);
            }
        } catch (JacksonException | NumberFormatException | IndexOutOfBoundsException e) {
            throw process.strange(answer);
        }
        return levels;
    }

    /** Adds each object with a FunctionName, at any depth because versions differ; returns the address. */
    private static String read(JsonParser parser, List<SourceLine> levels) {
        String address = null;
        var level = new Level();
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                level = new Level();
            } else if (token == JsonToken.END_OBJECT && level.function != null) {
                levels.add(SourceLine.printed(level.function, level.file, level.line));
                level = new Level();
            } else if (token == JsonToken.VALUE_STRING && "Address".equals(parser.currentName())) {
                address = parser.getString();
            } else {
                level.take(token, parser);
            }
        }
        return address;
    }

    /** The members of the current object. */
    private static final class Level {

        private String function;
        private String file;
        private int line;

        void take(JsonToken token, JsonParser parser) {
            if (token == JsonToken.VALUE_STRING && "FunctionName".equals(parser.currentName())) {
                function = parser.getString();
            } else if (token == JsonToken.VALUE_STRING && "FileName".equals(parser.currentName())) {
                file = parser.getString();
            } else if (token == JsonToken.VALUE_NUMBER_INT && "Line".equals(parser.currentName())) {
                line = parser.getIntValue();
            }
        }
    }

    @Override
    public boolean mistakesFirstFiles() {
        return false;
    }

    @Override
    public void close() {
        process.close();
    }
}
