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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.Reports;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** Every frame and place of real logs, held against what is known of the kernel that printed them. */
class RealKernelTest {

    private static final Path SHARED = Path.of("../shared/symbols");
    private static final Path LOGS = Path.of("../shared/corpus/qemu/6.12-x86_64-rt");
    private static final Path VMLINUX = SHARED.resolve("vmlinux.debug.xz");

    /** The tools that are installed; that of the path is what users get who name none. */
    static Stream<String> tools() {
        return Stream.of("", "addr2line");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyRowIsRight(String tool) throws IOException {
        assumeTrue(Files.isRegularFile(VMLINUX), "../shared/symbols is not here");
        TestTools.assumeInstalled("addr2line");
        var wrong = new ArrayList<String>();
        var rows = rows();
        try (var symbols = new Symbols(settings(tool.isEmpty() ? null : tool))) {
            for (var row : rows) {
                var frame = Symbol.frame(row.get("symbol"));
                var places = symbols.places(frame, AddressKind.RETURN, new PrintedIds(null, null, Map.of()));
                var found = found(places);
                if (!found.equals(row.get("call"))) {
                    wrong.add(row + ", found " + found);
                }
            }
            assertEquals(List.of(), symbols.diagnostics());
        }
        assertTrue(rows.size() > 600, "" + rows.size());
        assertEquals(List.of(), wrong);
    }

    /** None of the rows is of an instruction; {@code incons_ipi.decoded.log} has one, which the script looks up as it is. */
    @Test
    void anInstructionIsWhereTheScriptSays() throws IOException {
        assumeTrue(Files.isRegularFile(VMLINUX), "../shared/symbols is not here");
        TestTools.assumeInstalled("addr2line");
        try (var symbols = new Symbols(settings(null))) {
            assertEquals(
                    List.of("RIP: 0010:pv_native_safe_halt+0x13/0x20 arch/x86/kernel/paravirt.c:106"),
                    RegisterText.map(
                            List.of("RIP: 0010:pv_native_safe_halt+0x13/0x20"),
                            (frame, kind) -> symbols.places(frame, kind, new PrintedIds(null, null, Map.of()))));
        }
    }

    private static SymbolSettings settings(String tool) {
        return new SymbolSettings(
                VMLINUX,
                List.of(SHARED),
                tool,
                System.getenv("PATH"),
                Duration.ofSeconds(120),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static String found(List<StackFrame> places) {
        return places.stream().map(each -> each.file() + ":" + each.line()).collect(Collectors.joining(" "));
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

    /**
     * Every frame, place and instruction of the logs, as it is read from them, of which {@code frames.tsv} knows the
     * truth; and where the kernel's script says otherwise, it names the next statement or another section.
     */
    @Test
    void logsAreRightWhereTheKernelsScriptIsWrong() throws IOException {
        assumeTrue(Files.isRegularFile(VMLINUX) && Files.isDirectory(LOGS), "../shared is not here");
        TestTools.assumeInstalled("addr2line");
        var truth = new HashMap<String, Map<String, String>>();
        rows().forEach(row -> truth.put(row.get("symbol"), row));
        var seen = new EnumMap<AddressKind, Integer>(AddressKind.class);
        var wrong = new ArrayList<String>();
        int better = 0;
        try (var symbols = new Symbols(settings(null))) {
            for (var log : rawLogs()) {
                var text = decoded(log);
                for (var report : reports(log)) {
                    var ids = PrintedIds.of(report);
                    var places = new LinkedHashMap<String, String>();
                    new ReportFrames((frame, kind) -> {
                                var row = truth.get(symbol(frame));
                                if (row != null) {
                                    seen.merge(kind, 1, Integer::sum);
                                    var found = found(symbols.places(frame, kind, ids));
                                    places.put(symbol(frame), found);
                                    if (!found.equals(row.get(kind == AddressKind.EXACT ? "as_is" : "call"))) {
                                        wrong.add(log + ": " + row + ", found " + found);
                                    }
                                }
                                return List.of(frame);
                            })
                            .map(report);
                    for (var place : places.entrySet()) {
                        var function = place.getKey().replaceFirst("\\+.*", "");
                        better += text.contains(function + " (" + place.getValue()) ? 0 : 1;
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen.get(AddressKind.RETURN) > 500, seen.toString());
        assertTrue(better > 100, better + " places are otherwise in the script's text");
    }

    private static String symbol(StackFrame frame) {
        return frame.function() + "+" + frame.offset() + "/" + frame.size()
                + (frame.module() == null ? "" : " [" + frame.module() + "]");
    }

    private static List<Path> rawLogs() throws IOException {
        try (var logs = Files.list(LOGS)) {
            return logs.filter(log -> Files.exists(Path.of(log.toString().replace(".log", ".decoded.log"))))
                    .sorted()
                    .toList();
        }
    }

    private static String decoded(Path log) throws IOException {
        return Files.readString(Path.of(log.toString().replace(".log", ".decoded.log")), StandardCharsets.ISO_8859_1);
    }

    private static List<Report> reports(Path log) throws IOException {
        try (var reports = Reports.in(log)) {
            return reports.toList();
        }
    }
}
