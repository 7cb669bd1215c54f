package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.model.Diagnostic;
import org.unsplat.symbols.elf.ElfFile;

/** Every frame of a kernel and a module that are compiled here gets the lines that the sources say. */
class ToyKernelTest {

    private static final String TOY = "toy/toy.c";
    private static final String OTHER = "toy/other.c";
    private static final String MODULE = "toy/module.c";
    private static final String NO_TOOL = " is not installed";

    @TempDir
    private static Path compiled;

    private static ToyKernel original;

    @TempDir
    private Path folder;

    private ToyKernel toy;

    @BeforeAll
    static void compile() throws IOException {
        original = ToyKernel.build(compiled);
    }

    @BeforeEach
    void copy() throws IOException {
        toy = original.copy(folder);
    }

    /** From a mark of the sources to the functions that its call is in, innermost first. */
    private static Map<Integer, List<String>> kernel() throws IOException {
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

    private static Map<Integer, List<String>> module() throws IOException {
        var inner = "toy_mod_inner " + at(MODULE, "inner");
        return Map.of(
                41, List.of(inner, "toy_mod_core " + at(MODULE, "core")),
                42, List.of("toy_mod_cold " + at(MODULE, "cold")),
                43, List.of(inner, "toy_mod_init " + at(MODULE, "init")));
    }

    private static String at(String file, String tag) throws IOException {
        return ToyKernel.line(file, tag);
    }

    private static SymbolSettings settings(Path vmlinux, List<Path> folders, String tool) {
        return new SymbolSettings(vmlinux, folders, tool, System.getenv("PATH"), Duration.ofSeconds(30));
    }

    private static List<String> places(Symbols symbols, String text) {
        return places(symbols, text, AddressKind.RETURN);
    }

    private static List<String> places(Symbols symbols, String text, AddressKind kind) {
        return symbols.places(Symbol.frame(text), kind, new PrintedIds(null, null, Map.of())).stream()
                .map(each -> each.function() + (each.file() == null ? "" : " " + each.file() + ":" + each.line()))
                .toList();
    }

    private static void assertRight(ToyKernel toy, Map<Integer, List<String>> expected, SymbolSettings settings)
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

    @ParameterizedTest
    @ValueSource(strings = {"addr2line", "llvm-symbolizer"})
    void everyFrameOfTheKernelIsAsTheSourceSays(String tool) throws IOException {
        assumeTrue(TestTools.has(tool), tool + NO_TOOL);
        assertRight(toy, kernel(), settings(toy.vmlinux(), List.of(), tool));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addr2line", "llvm-symbolizer"})
    void of32BitToo(String tool) throws IOException {
        assumeTrue(TestTools.has(tool), tool + NO_TOOL);
        var narrow = ToyKernel.build(Files.createDirectory(folder.resolve("32")), false);
        assertRight(narrow, kernel(), settings(narrow.vmlinux(), List.of(), tool));
        if (tool.equals("addr2line")) {
            assertRight(narrow, module(), settings(narrow.vmlinux(), List.of(narrow.folder()), tool));
        }
    }

    @Test
    void everyFrameOfTheModuleIsAsTheSourceSays() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        assertRight(toy, module(), settings(toy.vmlinux(), List.of(toy.folder()), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "zst"})
    void compressedFilesAreUnpacked(String suffix) throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        var below = Files.createDirectories(folder.resolve("lib/modules/6.12.0/kernel/toy"));
        var plain = Files.move(toy.module(), below.resolve("toy-mod.ko"));
        var packed = below.resolve("toy-mod.ko." + suffix);
        pack(plain, packed, suffix);
        Files.delete(plain);
        pack(toy.vmlinux(), folder.resolve("vmlinux." + suffix), suffix);
        assertRight(toy, module(), settings(folder.resolve("vmlinux." + suffix), List.of(folder), null));
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().matches("unsplat-\\d+\\.elf"))
                            .toList());
        }
    }

    private static void pack(Path plain, Path packed, String suffix) throws IOException {
        if (suffix.equals("gz")) {
            try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                Files.copy(plain, out);
            }
            return;
        }
        var program = suffix.equals("xz") ? "xz" : "zstd";
        assumeTrue(TestTools.has(program), program + NO_TOOL);
        var copy = Files.copy(plain, packed.resolveSibling("copy"));
        ToyKernel.run(program, "-q", copy.toString());
        Files.move(copy.resolveSibling("copy." + suffix), packed);
        Files.deleteIfExists(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {".build-id", "link", ".debug"})
    void aStrippedFileIsReadWithItsDebugFile(String where) throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        var folders = Files.createDirectory(folder.resolve("debug"));
        for (var file : List.of(toy.vmlinux(), toy.module())) {
            var debug = debugFile(file, where, folders);
            Files.createDirectories(debug.getParent());
            ToyKernel.run("objcopy", "--only-keep-debug", file.toString(), debug.toString());
            ToyKernel.run("objcopy", "--strip-debug", file.toString());
            if (!where.equals(".build-id")) {
                ToyKernel.run("objcopy", "--add-gnu-debuglink=" + debug, file.toString());
            }
        }
        assertRight(toy, kernel(), settings(toy.vmlinux(), List.of(folder), null));
        assertRight(toy, module(), settings(toy.vmlinux(), List.of(folder), null));
    }

    private Path debugFile(Path file, String where, Path folders) throws IOException {
        var name = file.getFileName() + ".dbg";
        if (where.equals("link")) {
            return file.resolveSibling(name);
        }
        if (where.equals(".debug")) {
            return file.resolveSibling(".debug").resolve(name);
        }
        var id = ElfFile.open(file).buildId();
        return folder.resolve(".build-id").resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug");
    }

    @Test
    void whatIsNotUniqueIsLeftAloneAndSaid() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        assertEquals(toy.symbol(4), toy.symbol(24), "the test wants two functions of one name and size");
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            symbols.apply(ToyReports.report("0.log", toy.symbol(4), null));
            assertEquals(List.of("toy_same"), places(symbols, toy.symbol(4)));
            assertEquals(
                    "0.log: 1 place has no line: " + toy.symbol(4) + ": " + toy.vmlinux()
                            + " has several functions of that name and size, and their lines differ",
                    messages(symbols));
        }
    }

    @Test
    void theCallOfOneThatNeverReturnsIsOfItsCaller() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            assertEquals(List.of("toy_last " + at(TOY, "last")), places(symbols, toy.end("toy_last")));
        }
    }

    @Test
    void anInstructionIsLookedUpAsItIs() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        var call = Integer.parseInt(at(OTHER, "twin").replaceFirst(".*:", ""));
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            var exact = places(symbols, toy.symbol(23), AddressKind.EXACT).get(0);
            assertTrue(Integer.parseInt(exact.replaceFirst(".*:", "")) > call, exact);
        }
    }

    /** A size tells two functions of one name apart, and a file from one of another build. */
    @Test
    void aFunctionOfAnotherSizeIsAnotherFunction() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line" + NO_TOOL);
        var other = toy.symbol(1).replaceFirst("/.*", "/0x4b0");
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            symbols.apply(ToyReports.report("0.log", other, null));
            assertEquals(List.of("toy_outer"), places(symbols, other));
            assertEquals(
                    "0.log: 1 place has no line: " + other + ": " + toy.vmlinux()
                            + " has no function of that name and size: see that it is of the same build",
                    messages(symbols));
        }
    }

    @Test
    void withoutAToolThereAreNoLines() throws IOException {
        var settings =
                new SymbolSettings(toy.vmlinux(), List.of(folder), null, folder.toString(), Duration.ofSeconds(30));
        try (var symbols = new Symbols(settings)) {
            symbols.apply(ToyReports.report("0.log", toy.symbol(1), null));
            symbols.apply(ToyReports.report("1.log", toy.symbol(41), null));
            assertEquals(
                    "0.log:1: " + toy.vmlinux()
                            + ": neither llvm-symbolizer nor addr2line is on PATH: install binutils or"
                            + " give --symbolizer: the frames in it have no lines\n1.log:1: " + toy.module()
                            + ": addr2line is not on PATH, which modules need: install binutils or give --symbolizer: the"
                            + " frames in it have no lines",
                    messages(symbols));
        }
    }

    private static String messages(Symbols symbols) {
        return symbols.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
    }
}
