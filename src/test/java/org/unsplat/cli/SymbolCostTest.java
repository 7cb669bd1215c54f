package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.symbols.TestTools;
import org.unsplat.symbols.ToyKernel;
import org.unsplat.symbols.ToyReports;

/** How often the symbolizer is started and asked. */
class SymbolCostTest {

    private static final int REPORTS = 300;

    @TempDir
    private Path dir;

    /** Four places, a question each, and one for the directory of the sources, however many reports have them. */
    @Test
    void aPlaceIsAskedForOnce() throws IOException {
        TestTools.assumeInstalled("addr2line", "tee");
        var toy = ToyKernel.build(dir);
        var starts = dir.resolve("starts");
        var questions = dir.resolve("questions");
        var tool = TestTools.script(dir.resolve("tool"), """
                #!/bin/sh
                [ "$1" = --help ] && exec addr2line --help
                echo started >> %s
                tee -a %s | addr2line "$@"
                """.formatted(starts, questions));
        var log = dir.resolve("0.log");
        var text = new StringBuilder();
        for (int report = 0; report < REPORTS; report++) {
            text.append(ToyReports.log(toy.symbol(new int[] {1, 2, 41, 43}[report % 4]), null));
        }
        Files.writeString(log, text);
        var result = Cli.run(
                "parse",
                "--strict",
                "--format",
                "jsonl",
                "--vmlinux",
                toy.vmlinux().toString(),
                "--debug-dir",
                dir.toString(),
                "--symbolizer",
                tool.toString(),
                log.toString());
        assertEquals("", result.err());
        assertTrue(result.out().endsWith("\"incomplete\":0,\"unparsed_lines\":0}\n"), "all were read");
        assertEquals(
                REPORTS,
                result.out()
                        .lines()
                        .filter(line -> line.contains("\"type\":\"report\""))
                        .count());
        assertEquals(3, Files.readAllLines(starts).size(), "the kernel, and two sections of the module");
        var asked = Files.readAllLines(questions).stream()
                .filter(line -> !line.equals("0xffffffffffffffff"))
                .count();
        assertEquals(5, asked);
    }

    /** Forty modules in turn, which are more than processes run at once: what is known is not asked for again. */
    @Test
    void manyModulesAreAskedOnce() throws IOException {
        TestTools.assumeInstalled("addr2line");
        var toy = ToyKernel.build(dir);
        var starts = dir.resolve("starts");
        var tool = TestTools.script(dir.resolve("tool"), """
                #!/bin/sh
                [ "$1" = --help ] && exec addr2line --help
                echo started >> %s
                exec addr2line "$@"
                """.formatted(starts));
        var modules = Files.createDirectory(dir.resolve("modules"));
        var text = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            for (int module = 0; module < 40; module++) {
                var file = modules.resolve("toy" + module + ".ko");
                if (round == 0) {
                    Files.copy(toy.module(), file);
                }
                text.append(ToyReports.log(toy.symbol(41).replace("toy_mod]", "toy" + module + "]"), null));
            }
        }
        var log = Files.writeString(dir.resolve("0.log"), text);
        var result = Cli.run(
                "parse",
                "--strict",
                "--format",
                "jsonl",
                "--debug-dir",
                modules.toString(),
                "--symbolizer",
                tool.toString(),
                log.toString());
        assertEquals(0, result.status(), result.err());
        assertEquals(40, Files.readAllLines(starts).size());
    }
}
