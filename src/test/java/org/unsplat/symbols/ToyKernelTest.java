package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unsplat.symbols.ToyFrames.TIMEOUT;
import static org.unsplat.symbols.ToyFrames.assertRight;
import static org.unsplat.symbols.ToyFrames.at;
import static org.unsplat.symbols.ToyFrames.kernel;
import static org.unsplat.symbols.ToyFrames.messages;
import static org.unsplat.symbols.ToyFrames.module;
import static org.unsplat.symbols.ToyFrames.places;
import static org.unsplat.symbols.ToyFrames.settings;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame of a kernel and a module that are compiled here gets the lines that the sources say. */
class ToyKernelTest extends ToyKernelFixture {

    private static final String TOY = "toy/toy.c";
    private static final String OTHER = "toy/other.c";

    @ParameterizedTest
    @ValueSource(strings = {"addr2line", "llvm-symbolizer"})
    void everyFrameOfTheKernelIsAsTheSourceSays(String tool) throws IOException {
        TestTools.assumeInstalled(tool);
        assertRight(toy, kernel(), settings(toy.vmlinux(), List.of(), tool));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addr2line", "llvm-symbolizer"})
    void of32BitToo(String tool) throws IOException {
        TestTools.assumeInstalled(tool);
        var narrow = ToyKernel.build(Files.createDirectory(dir.resolve("32")), false);
        assertRight(narrow, kernel(), settings(narrow.vmlinux(), List.of(), tool));
        if (tool.equals("addr2line")) {
            assertRight(narrow, module(), settings(narrow.vmlinux(), List.of(narrow.dir()), tool));
        }
    }

    @Test
    void everyFrameOfTheModuleIsAsTheSourceSays() throws IOException {
        TestTools.assumeInstalled("addr2line");
        assertRight(toy, module(), settings(toy.vmlinux(), List.of(toy.dir()), null));
    }

    @Test
    void whatIsNotUniqueIsLeftAloneAndSaid() throws IOException {
        TestTools.assumeInstalled("addr2line");
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
        TestTools.assumeInstalled("addr2line");
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            assertEquals(List.of("toy_last " + at(TOY, "last")), places(symbols, toy.end("toy_last")));
        }
    }

    @Test
    void anInstructionIsLookedUpAsItIs() throws IOException {
        TestTools.assumeInstalled("addr2line");
        var call = Integer.parseInt(at(OTHER, "twin").replaceFirst(".*:", ""));
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            var exact = places(symbols, toy.symbol(23), AddressKind.EXACT).get(0);
            assertTrue(Integer.parseInt(exact.replaceFirst(".*:", "")) > call, exact);
        }
    }

    /** A size tells two functions of one name apart, and a file from one of another build. */
    @Test
    void aFunctionOfAnotherSizeIsAnotherFunction() throws IOException {
        TestTools.assumeInstalled("addr2line");
        var other = toy.symbol(1).replaceFirst("/.*", "/0x4b0");
        try (var symbols = new Symbols(settings(toy.vmlinux(), List.of(), "addr2line"))) {
            symbols.apply(ToyReports.report("0.log", other, null));
            assertEquals(List.of("toy_outer"), places(symbols, other));
            assertEquals(
                    "0.log: 1 place has no line: " + other + ": " + toy.vmlinux()
                            + " has no function of that name and size, and no other of this log: check that it is of the same"
                            + " build",
                    messages(symbols));
        }
    }

    @Test
    void withoutAToolThereAreNoLines() throws IOException {
        var settings = new SymbolSettings(toy.vmlinux(), List.of(dir), null, dir.toString(), TIMEOUT, dir);
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

    /** As distributions call it: the first addr2line on PATH was not built for the module's machine. */
    @Test
    void theToolOfAnotherMachineIsFound() throws IOException {
        var programs = Files.createDirectory(dir.resolve("bin"));
        var targets = Map.of("addr2line", "elf64-x86-64", "aarch64-linux-gnu-addr2line", "elf64-littleaarch64");
        for (var each : targets.entrySet()) {
            var program = TestTools.script(
                    programs.resolve(each.getKey()),
                    "#!/bin/sh\n[ \"$1\" = --help ] && echo '--exe= --inlines --section' && echo 'supported targets: "
                            + each.getValue() + " srec' && exit\nexit 7\n");
        }
        try (var file = new RandomAccessFile(toy.module().toFile(), "rw")) {
            file.seek(18);
            file.write(183);
        }
        var settings = new SymbolSettings(null, List.of(dir), null, programs.toString(), TIMEOUT, dir);
        try (var symbols = new Symbols(settings)) {
            symbols.apply(ToyReports.report("0.log", toy.symbol(41), null));
            assertEquals(
                    "0.log:1: " + toy.module().toRealPath()
                            + ": aarch64-linux-gnu-addr2line ended with status 7: the frames in it have no lines",
                    messages(symbols));
        }
    }
}
