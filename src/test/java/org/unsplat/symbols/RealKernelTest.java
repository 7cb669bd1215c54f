package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.grammar.stack.Symbol;

/** Every frame and place of real logs, held against what is known of the kernel that printed them. */
class RealKernelTest {

    private static final Path SHARED = Path.of("../shared/symbols");
    private static final Path LOGS = Path.of("../shared/corpus/qemu/6.12-x86_64-rt");
    private static final Pattern PLACE = Pattern.compile("[^\\s():]+:\\d+");
    private static final Pattern DECODED =
            Pattern.compile("(\\S+) \\(((?:[^\\s():]+:\\d+(?: \\(discriminator \\d+\\))? ?)+)\\)");
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
                Duration.ofSeconds(120),
                Path.of(System.getProperty("java.io.tmpdir"))))) {
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

    /** What it names instead is the next statement, or for {@code .init.text} what {@code .text} has there. */
    @Test
    void whereTheKernelsScriptDiffersItIsWrong() throws IOException {
        assumeTrue(Files.isDirectory(LOGS), "../shared/corpus is not here");
        var rows = rows();
        int offByOne = 0;
        int otherSection = 0;
        for (var decoded : decodedPlaces()) {
            var ofFunction = rows.stream()
                    .filter(row -> row.get("symbol").startsWith(decoded.function() + "+"))
                    .toList();
            boolean same = ofFunction.stream().anyMatch(row -> row.get("call").equals(decoded.places()));
            if (same || ofFunction.isEmpty()) {
                continue;
            }
            if (ofFunction.stream().anyMatch(row -> row.get("as_is").equals(decoded.places()))) {
                offByOne++;
            } else {
                assertEquals("lkt_init lkt/lkt.c:376", decoded.function() + " " + decoded.places());
                otherSection++;
            }
        }
        assertTrue(offByOne > 300, offByOne + " are off by one");
        assertTrue(otherSection > 10, otherSection + " are of another section");
    }

    private record Decoded(String function, String places) {}

    private static List<Decoded> decodedPlaces() throws IOException {
        var found = new ArrayList<Decoded>();
        try (var logs = Files.newDirectoryStream(LOGS, "*.decoded.log")) {
            for (var log : logs) {
                for (var line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
                    var match = DECODED.matcher(line);
                    if (match.find()) {
                        found.add(new Decoded(
                                match.group(1),
                                PLACE.matcher(match.group(2))
                                        .results()
                                        .map(MatchResult::group)
                                        .collect(Collectors.joining(" "))));
                    }
                }
            }
        }
        return found;
    }
}
