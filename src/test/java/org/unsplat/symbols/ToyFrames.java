package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.model.Diagnostic;

/** What the frames of the toy kernel and its module are by their sources, and what symbols make of them. */
final class ToyFrames {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String TOY = "toy/toy.c";
    private static final String OTHER = "toy/other.c";
    private static final String MODULE = "toy/module.c";

    private ToyFrames() {}

    /** From a mark of the sources to the functions that its call is in, innermost first. */
    static Map<Integer, List<String>> kernel() throws IOException {
        var inner = "toy_inner " + at(TOY, "inner");
        var middle = "toy_middle " + at(TOY, "middle");
        return Map.ofEntries(
                Map.entry(1, List.of(inner, middle, "toy_outer " + at(TOY, "outer1"))),
                Map.entry(2, List.of(inner, middle, "toy_outer " + at(TOY, "outer2"))),
                Map.entry(3, List.of("toy_twin " + at(TOY, "twin"))),
                Map.entry(23, List.of("toy_twin " + at(OTHER, "twin"))),
                Map.entry(5, List.of("toy_copy " + at("toy/toy.h", "copy"))),
                Map.entry(25, List.of("toy_copy " + at("toy/toy.h", "copy"))),
                Map.entry(6, List.of("toy_sra.constprop.0 " + at(TOY, "sra"))),
                Map.entry(7, List.of("toy_split.cold " + at(TOY, "cold"))));
    }

    static Map<Integer, List<String>> module() throws IOException {
        var inner = "toy_mod_inner " + at(MODULE, "inner");
        return Map.of(
                41, List.of(inner, "toy_mod_core " + at(MODULE, "core")),
                42, List.of("toy_mod_cold " + at(MODULE, "cold")),
                43, List.of(inner, "toy_mod_init " + at(MODULE, "init")));
    }

    static String at(String file, String tag) throws IOException {
        return ToyKernel.line(file, tag);
    }

    static SymbolSettings settings(Path vmlinux, List<Path> dirs, String tool) {
        return new SymbolSettings(vmlinux, dirs, tool, System.getenv("PATH"), TIMEOUT, TEMPORARY);
    }

    static List<String> places(Symbols symbols, String text) {
        return places(symbols, text, AddressKind.RETURN);
    }

    static List<String> places(Symbols symbols, String text, AddressKind kind) {
        return symbols.places(Symbol.frame(text), kind, new PrintedIds(null, null, Map.of())).stream()
                .map(each -> each.function() + (each.file() == null ? "" : " " + each.file() + ":" + each.line()))
                .toList();
    }

    static void assertRight(ToyKernel toy, Map<Integer, List<String>> expected, SymbolSettings settings)
            throws IOException {
        try (var symbols = new Symbols(settings)) {
            var right = new ArrayList<String>();
            var found = new ArrayList<String>();
            for (var each : expected.entrySet()) {
                right.add(toy.symbol(each.getKey()) + ": " + each.getValue());
                found.add(toy.symbol(each.getKey()) + ": " + places(symbols, toy.symbol(each.getKey())));
            }
            assertEquals(String.join("\n", right), String.join("\n", found));
            assertEquals(List.of(), symbols.diagnostics());
        }
    }

    static String messages(Symbols symbols) {
        return symbols.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
    }
}
