package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.grammar.stack.Symbol;

/** Every frame and place of real logs, held against what is known of the kernel that printed them. */
class RealKernelTest {

    private static final Path SHARED = Path.of("../shared/symbols");
    private static final Path VMLINUX = SHARED.resolve("vmlinux.debug.xz");

    /** The tools that are installed; that of the path is what users get who name none. */
    static Stream<String> tools() {
        return Stream.of("", "addr2line");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyRowIsRight(String tool) throws IOException {
        assumeTrue(Files.isRegularFile(VMLINUX), "../shared/symbols is not here");
        assumeTrue(TestTools.has("addr2line"), "addr2line is not installed");
        var wrong = new ArrayList<String>();
        var rows = rows();
        try (var symbols = new Symbols(new SymbolSettings(
                VMLINUX,
                List.of(SHARED),
                tool.isEmpty() ? null : tool,
                System.getenv("PATH"),
                Duration.ofSeconds(120)))) {
            for (var row : rows) {
                var frame = Symbol.frame(row.get("symbol"));
                boolean exact = row.get("kind").equals("rip");
                var places = symbols.places(
                        frame, exact ? AddressKind.EXACT : AddressKind.RETURN, new PrintedIds(null, null, Map.of()));
                var found = places.stream()
                        .map(each -> each.file() + ":" + each.line())
                        .collect(Collectors.joining(" "));
                if (!found.equals(row.get(exact ? "as_is" : "call"))) {
                    wrong.add(row + ", found " + found);
                }
            }
            assertEquals(List.of(), symbols.diagnostics());
        }
        assertTrue(rows.size() > 600, "" + rows.size());
        assertEquals(List.of(), wrong);
    }

    private static List<Map<String, String>> rows() throws IOException {
        var lines = Files.readAllLines(SHARED.resolve("frames.tsv"));
        var names = lines.get(0).split("\t");
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
