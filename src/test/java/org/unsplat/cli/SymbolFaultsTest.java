package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.ParseSchema;
import org.unsplat.symbols.TestTools;
import org.unsplat.symbols.ToyKernel;
import org.unsplat.symbols.ToyReports;

/** What comes of symbols that cannot be used: a message, an exit status, and reports without lines. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SymbolFaultsTest {

    private static final String OTHER_ID = "0123456789abcdef0123456789abcdef01234567";
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
        return Files.writeString(folder.resolve("0.log"), ToyReports.log(symbol, buildId))
                .toString();
    }

    /** The message is the only one, and the exit status is as always; with --strict it is 3. */
    private static void assertWarned(String log, String code, String message, String... options) {
        var result = parse(log, options);
        assertEquals("unsplat: " + message, result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\"code\":\"" + code + "\""), result.out());
        assertFalse(result.out().contains("\"file\":"), result.out());
        assertEquals(
                List.of(),
                ParseSchema.faults(Cli.run(arguments(log, "json", options)).out()));
        var strict = new ArrayList<>(List.of(options));
        strict.add("--strict");
        assertEquals(3, parse(log, strict.toArray(String[]::new)).status());
    }

    private static Cli.Result parse(String log, String... options) {
        return Cli.run(arguments(log, "jsonl", options));
    }

    private static String[] arguments(String log, String format, String... options) {
        var arguments = new ArrayList<>(List.of("parse", "--format", format));
        arguments.addAll(List.of(options));
        arguments.add(log);
        return arguments.toArray(String[]::new);
    }

    private static void assertRefused(String message, String... options) {
        var result = Cli.run(arguments("-", "json", options));
        assertEquals(message, result.err().lines().findFirst().orElse(""));
        assertEquals(2, result.status());
        assertEquals("", result.out());
    }

    @Test
    void nothingIsTheMatter() throws IOException {
        var log = log(toy.symbol(1), null);
        var result = parse(log, "--strict", "--vmlinux", toy.vmlinux().toString());
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\"file\":\"toy/toy.c\""), result.out());
        assertTrue(result.out().contains("in toy_outer (toy/toy.c:"), result.out());
    }

    @Test
    void aWrongBuildId() throws IOException {
        var own = org.unsplat.symbols.elf.ElfFile.open(toy.vmlinux()).buildId();
        assertWarned(
                log(toy.symbol(1), OTHER_ID),
                "symbols-build-id",
                folder + "/0.log:1: " + toy.vmlinux() + ": its build id is " + own + ", that of the log " + OTHER_ID
                        + ": give the file of the build that printed the log\n",
                "--vmlinux",
                toy.vmlinux().toString());
        var right = parse(
                log(toy.symbol(1), own), "--strict", "--vmlinux", toy.vmlinux().toString());
        assertEquals(0, right.status());
        assertTrue(right.out().contains("\"file\":\"toy/toy.c\""), right.out());
    }

    @Test
    void aModuleOfAnotherBuild() throws IOException {
        var own = org.unsplat.symbols.elf.ElfFile.open(toy.module()).buildId();
        assertWarned(
                log(toy.symbol(41).replace("]", " " + OTHER_ID + "]"), null),
                "symbols-build-id",
                folder + "/0.log:1: " + toy.module().toAbsolutePath() + ": its build id is " + own
                        + ", that of the log " + OTHER_ID + ": give the file of the build that printed the log\n",
                "--vmlinux",
                toy.vmlinux().toString(),
                "--debug-dir",
                compiled.toString());
    }

    @Test
    void aMissingModule() throws IOException {
        var log = log("other_function+0x12/0x34 [other_mod]", null);
        assertWarned(
                log,
                "symbols-missing",
                folder + "/0.log:1: other_mod: no other_mod.ko is below " + compiled
                        + ": give a --debug-dir that has it\n",
                "--vmlinux",
                toy.vmlinux().toString(),
                "--debug-dir",
                compiled.toString());
        assertWarned(
                log,
                "symbols-missing",
                folder + "/0.log:1: other_mod: there is no folder to look for other_mod.ko in: give --debug-dir\n",
                "--vmlinux",
                toy.vmlinux().toString());
    }

    @Test
    void aModuleThatIsNoElfFile() throws IOException {
        var module =
                Files.writeString(folder.resolve("text_mod.ko"), "not a module").toRealPath();
        assertWarned(
                log("text_function+0x12/0x34 [text_mod]", null),
                "symbols-unreadable",
                folder + "/0.log:1: " + module + ": is not an ELF file: give the vmlinux of the build, not bzImage\n",
                "--debug-dir",
                folder.toString());
    }

    @Test
    void aFileThatIsNoElfFile() throws IOException {
        var text = Files.writeString(folder.resolve("bzImage"), "MZ and more").toString();
        assertRefused(
                "unsplat: --vmlinux: " + text + ": is not an ELF file: give the vmlinux of the build, not bzImage",
                "--vmlinux",
                text);
        assertRefused(
                "unsplat: --vmlinux: " + folder + "/none: cannot be read: no such file or directory",
                "--vmlinux",
                folder + "/none");
        assertRefused(
                "unsplat: --vmlinux: " + folder + ": cannot be read: it is no regular file",
                "--vmlinux",
                folder.toString());
        assertRefused("unsplat: --debug-dir: " + text + " is no directory", "--debug-dir", text);
    }

    @Test
    void aFileWithoutDebugInformation() throws IOException {
        var stripped = Files.copy(toy.vmlinux(), folder.resolve("vmlinux"));
        ToyKernel.run("objcopy", "--strip-debug", stripped.toString());
        assertRefused(
                "unsplat: --vmlinux: " + stripped
                        + ": has no debug information, and no debug file of it was found: build"
                        + " with CONFIG_DEBUG_INFO, or give the --debug-dir of vmlinux",
                "--vmlinux",
                stripped.toString());
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

    @Test
    void aFileOfFourGigabytes() throws IOException {
        var sparse = folder.resolve("sparse");
        try (var file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(4L << 30);
        }
        assertRefused(
                "unsplat: --vmlinux: " + sparse + ": is not an ELF file: give the vmlinux of the build, not bzImage",
                "--vmlinux",
                sparse.toString());
    }

    /** Its section headers and symbols are where no int reaches, and they are found. */
    @Test
    void anElfFileOfMoreThanFourGigabytes() throws IOException {
        var large = folder.resolve("vmlinux");
        Files.copy(toy.vmlinux(), large);
        SectionsMoved.behind(large, 5L << 30);
        var result =
                parse(log(toy.symbol(1), null), "--strict", "--vmlinux", large.toString(), "--symbolizer", "addr2line");
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\"file\":\"toy/toy.c\""), result.out());
    }

    @Test
    void aFunctionThatIsNotThere() throws IOException {
        var log = log("no_such_function+0x12/0x34", null);
        var result = parse(log, "--strict", "--vmlinux", toy.vmlinux().toString());
        assertEquals(
                "unsplat: " + log + ": 1 place has no line: no_such_function+0x12/0x34: " + toy.vmlinux()
                        + " has no function of that name and size: see that it is of the same build\n",
                result.err());
        assertEquals(0, result.status());
    }

    /** All commands that take symbols hand them on. */
    @Test
    void everyCommandTakesThem() throws IOException {
        var log = log(toy.symbol(1), null);
        var vmlinux = toy.vmlinux().toString();
        var place = ToyKernel.line("toy/toy.c", "outer1");
        assertTrue(Cli.run("show", "--vmlinux", vmlinux, log).out().contains(place));
        assertTrue(Cli.run("clean", "--vmlinux", vmlinux, log).out().contains(" " + place + "\n"));
        assertTrue(Cli.run("check", "--vmlinux", vmlinux, log).out().contains(place));
        assertTrue(Cli.run("check", "--markdown", folder + "/out.md", "--vmlinux", vmlinux, log)
                        .status()
                == 1);
        assertTrue(Files.readString(folder.resolve("out.md")).contains(place));
        assertEquals(0, Cli.run("diff", "--vmlinux", vmlinux, log, log).status());
        assertEquals(
                1,
                Cli.run("parse", "--format", "jsonl", "--path", "toy.c", "--vmlinux", vmlinux, log)
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("{\"type\":\"report\""))
                        .count());
        assertEquals(2, Cli.run("graph", "--vmlinux", vmlinux, log).status());
    }
}
