package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unsplat.cli.SymbolRuns.assertRefused;
import static org.unsplat.cli.SymbolRuns.assertWarned;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.symbols.TestTools;

/** What comes of a symbolizer that cannot be used: a message, an exit status, and reports without lines. */
class SymbolToolFaultsTest extends SymbolFaultsFixture {

    private static final String ADDR2LINE = "--exe= --inlines --section";
    private static final String LLVM = "--output-style LLVM GNU JSON";
    private static final String NO_LINES = ": the frames in it have no lines\n";

    @Test
    void aMissingTool() throws IOException {
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

    private String tool(String help, String script) throws IOException {
        var text = "#!/bin/sh\nif [ \"$1\" = --help ]; then echo '" + help + "'; exit; fi\n" + script;
        return TestTools.script(dir.resolve("tool"), text).toString();
    }

    private void assertToolWarns(String message, String tool, String... more) throws IOException {
        var options = new ArrayList<>(List.of("--vmlinux", vmlinux, "--symbolizer", tool));
        options.addAll(List.of(more));
        assertWarned(log(toy.symbol(1), null), "symbols-tool", message, options.toArray(String[]::new));
    }

    private void assertToolFails(String script, String why) throws IOException {
        var message = dir + "/0.log:1: " + toy.vmlinux() + ": tool " + why + NO_LINES;
        assertToolWarns(message, tool(ADDR2LINE, script), "--symbolizer-timeout", "1");
    }

    private void assertNoLine(String tool) throws IOException {
        assertToolWarns(
                dir + "/0.log: 1 place has no line: " + toy.symbol(1) + ": the symbolizer names another function of "
                        + toy.vmlinux() + " there, or no line\n",
                tool);
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
                "echo no such thing >&2; echo really >&2; exit 1 | ended with status 1: no such thing",
                "sleep 5 2>&1 & exit 3 | ended with status 3",
                "read line; kill -9 $$ | ended with status 137",
                "while read line; do echo hello; done | printed something that is no answer: 'hello'",
                "while read line; do echo; done | printed something that is no answer: ''",
                "while read line; do echo $line; done | printed something that is no answer: '0xffffffffffffffff'",
                "while read line; do echo 0x0000000012345678; done | printed something that is no answer: '0x0000000012345678'",
                "yes 0xffffffffffffffff | printed something that is no answer: '0xffffffffffffffff'",
                "read line; echo $line; yes f | printed something that is no answer: 'f'",
                "read line; echo $line; yes /x.c:1 | printed something that is no answer: '/x.c:1'",
                "exec <&-; echo hello; sleep 0.3 | printed something that is no answer: 'hello'",
                "printf '%0100000d' 7 | printed something that is no answer: '"
                        + "000000000000000000000000000000000000000000000000000000000000...'"
            })
    void aToolThatIsNone(String script, String why) throws IOException {
        assertToolFails(script + "\n", why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Symbol\":[{\"FunctionName\":",
                // Of no address, and of another one
                "{\"Symbol\":[{\"FileName\":\"a.c\",\"FunctionName\":\"toy_outer\",\"Line\":3}]}",
                "{\"Address\":\"0x7\",\"Symbol\":[{\"FileName\":\"a\",\"FunctionName\":\"f\",\"Line\":3}]}"
            })
    void aToolThatPrintsOtherJson(String answer) throws IOException {
        var shown = answer.length() > 60 ? answer.substring(0, 60) + "..." : answer;
        assertToolWarns(
                dir + "/0.log:1: " + toy.vmlinux() + ": tool printed something that is no answer: '" + shown + "'"
                        + NO_LINES,
                tool(LLVM, "while read line; do echo '" + answer + "'; done\n"));
    }

    /** What an object leaves out is not that of the one before. */
    @Test
    void aLevelWithoutAPlaceHasNone() throws IOException {
        assertNoLine(tool(
                LLVM,
                "while read line; do echo \"{\\\"Address\\\":\\\"$line\\\","
                        + "'Symbol':[{'FileName':'a.c','FunctionName':'f','Line':3},{'FunctionName':'toy_outer'}]}\""
                        + " | tr \"'\" '\"'; done\n"));
    }

    /** {@code addr2line} prints {@code s.o:?} where assembler code has a file and no line. */
    @ParameterizedTest
    @CsvSource({"?", "0"})
    void aPlaceWithoutALineIsNone(String line) throws IOException {
        assertNoLine(tool(
                ADDR2LINE,
                "while read a; do read b; echo $a; echo toy_outer; echo s.o:" + line
                        + "; echo 0xffffffffffffffff; echo '??'; echo '??:0'; done\n"));
    }

    /** Then it is not known whether the file is of use: no warning says that it is of another build. */
    @Test
    void aToolThatFailsTellsNothingOfTheFile() throws IOException {
        var log = Path.of(log(toy.symbol(1), null));
        Files.writeString(log, Files.readString(log).replaceFirst("at: \\S+", "at: no_such_function+0x12/0x34"));
        var result =
                SymbolRuns.parse(log.toString(), "--vmlinux", vmlinux, "--symbolizer", tool(ADDR2LINE, "exit 7\n"));
        assertEquals(
                "unsplat: " + log + ":1: " + toy.vmlinux() + ": tool ended with status 7" + NO_LINES + "unsplat: " + log
                        + ": 1 place has no line: no_such_function+0x12/0x34: " + toy.vmlinux()
                        + " has no function of that name and size: check that it is of the same build\n",
                result.err());
    }

    /** It reads what it has a name for; of a module of another machine it would leave the relocations alone. */
    @Test
    void aModuleOfAnotherMachine() throws IOException {
        var module = Files.copy(toy.module(), dir.resolve("toy-mod.ko"));
        try (var file = new RandomAccessFile(module.toFile(), "rw")) {
            file.seek(18);
            file.write(183);
        }
        var log = log(toy.symbol(41), null);
        assertWarned(
                log,
                "symbols-tool",
                log + ":1: " + dir.toRealPath()
                        + "/toy-mod.ko: this addr2line cannot read aarch64: give --symbolizer"
                        + " aarch64-linux-gnu-addr2line" + NO_LINES,
                "--debug-dir",
                dir.toString());
    }

    @Test
    void aModuleWithLlvmAlone() throws IOException {
        TestTools.assumeInstalled("llvm-symbolizer");
        assertWarned(
                log(toy.symbol(43), null),
                "symbols-tool",
                dir + "/0.log:1: " + toy.module()
                        + ": llvm-symbolizer cannot tell the sections of a module apart: give --symbolizer addr2line"
                        + NO_LINES,
                "--vmlinux",
                vmlinux,
                "--debug-dir",
                compiled.toString(),
                "--symbolizer",
                "llvm-symbolizer");
    }
}
