package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.unsplat.cli.SymbolRuns.assertRefused;
import static org.unsplat.cli.SymbolRuns.assertWarned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.symbols.TestTools;
import org.unsplat.symbols.ToyKernel;

/** What comes of a symbolizer that cannot be used: a message, an exit status, and reports without lines. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SymbolToolFaultsTest {

    private static final String HELP =
            "#!/bin/sh\nif [ \"$1\" = --help ]; then echo '--exe= --inlines --section'; exit; fi\n";
    private static final String NO_LINES = ": the frames in it have no lines\n";

    @TempDir
    private static Path compiled;

    private static ToyKernel toy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        assumeTrue(TestTools.has("addr2line"), "addr2line is not installed");
        toy = ToyKernel.build(compiled);
    }

    private String log(String symbol, String buildId) throws IOException {
        return SymbolRuns.log(folder, symbol, buildId);
    }

    @Test
    void aMissingTool() throws IOException {
        var vmlinux = toy.vmlinux().toString();
        assertRefused(
                "unsplat: --symbolizer: no-such-tool is no program that can be run",
                "--vmlinux",
                vmlinux,
                "--symbolizer",
                "no-such-tool");
        assertRefused(
                "unsplat: --symbolizer: cat is neither llvm-symbolizer, 13 or later, nor GNU addr2line",
                "--vmlinux",
                vmlinux,
                "--symbolizer",
                "cat");
        assertRefused("unsplat: --symbolizer: also give --vmlinux or --debug-dir", "--symbolizer", "addr2line");
        assertRefused("unsplat: --symbolizer-timeout: expected 1 or more, found 0", "--symbolizer-timeout", "0");
    }

    private String tool(String script) throws IOException {
        var tool = Files.writeString(folder.resolve("tool"), HELP + script);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tool.toString();
    }

    private void assertToolFails(String script, String why) throws IOException {
        assertWarned(
                log(toy.symbol(1), null),
                "symbols-tool",
                folder + "/0.log:1: " + toy.vmlinux() + ": tool " + why + NO_LINES,
                "--vmlinux",
                toy.vmlinux().toString(),
                "--symbolizer",
                tool(script),
                "--symbolizer-timeout",
                "1");
    }

    @Test
    void aToolThatHangs() throws IOException {
        assertToolFails("sleep 4242\n", "gave no answer in 1 s");
        assertEquals(
                0,
                ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains("sleep 4242"))
                                .isPresent())
                        .count(),
                "what the tool started is ended, too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 7 | ended with status 7",
                "read line; kill -9 $$ | ended with status 137",
                "while read line; do echo hello; done | printed what is no answer: 'hello'",
                "while read line; do echo; done | printed what is no answer: ''",
                "while read line; do echo $line; done | printed what is no answer: '0xffffffffffffffff'",
                "while read line; do echo 0x0000000012345678; done | printed what is no answer: '0x0000000012345678'",
                "yes 0xffffffffffffffff | printed what is no answer: '0xffffffffffffffff'",
                "read line; echo $line; yes f | printed what is no answer: 'f'",
                "read line; echo $line; yes /x.c:1 | printed what is no answer: '/x.c:1'",
                "printf '%0100000d' 7 | printed what is no answer: '"
                        + "000000000000000000000000000000000000000000000000000000000000...'"
            })
    void aToolThatIsNone(String script, String why) throws IOException {
        assertToolFails(script + "\n", why);
    }

    @Test
    void aToolThatPrintsNoJson() throws IOException {
        var tool = Files.writeString(
                folder.resolve("tool"),
                "#!/bin/sh\nif [ \"$1\" = --help ]; then echo '--output-style LLVM GNU JSON'; exit; fi\n"
                        + "while read line; do echo '{\"Symbol\":[{\"FunctionName\":'; done\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertWarned(
                log(toy.symbol(1), null),
                "symbols-tool",
                folder + "/0.log:1: " + toy.vmlinux()
                        + ": tool printed what is no answer: '{\"Symbol\":[{\"FunctionName\":'" + NO_LINES,
                "--vmlinux",
                toy.vmlinux().toString(),
                "--symbolizer",
                tool.toString());
    }

    @Test
    void aModuleWithLlvmAlone() throws IOException {
        assumeTrue(TestTools.has("llvm-symbolizer"), "llvm-symbolizer is not installed");
        assertWarned(
                log(toy.symbol(43), null),
                "symbols-tool",
                folder + "/0.log:1: " + toy.module()
                        + ": llvm-symbolizer cannot tell the sections of a module apart: give --symbolizer addr2line"
                        + NO_LINES,
                "--vmlinux",
                toy.vmlinux().toString(),
                "--debug-dir",
                compiled.toString(),
                "--symbolizer",
                "llvm-symbolizer");
    }
}
