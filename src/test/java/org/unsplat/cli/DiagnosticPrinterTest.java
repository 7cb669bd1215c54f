package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

class DiagnosticPrinterTest {

    @TempDir
    private Path dir;

    @Test
    void manyInputsWithoutAKernelLineAreCounted() throws IOException {
        for (int i = 0; i < 8; i++) {
            Files.writeString(dir.resolve("mail" + i + ".txt"), "Looks good to me.\n");
        }
        Files.createFile(dir.resolve("none.log"));
        for (var command : new String[] {"check", "parse", "show"}) {
            var told = Cli.run(command, dir.toString()).err();
            assertEquals(
                    5,
                    told.lines()
                            .filter(line -> line.contains("no line looks like a kernel's"))
                            .count(),
                    told);
            assertEquals(
                    1,
                    told.lines()
                            .filter(line -> line.contains("none.log: is empty"))
                            .count(),
                    told);
            assertEquals(
                    "unsplat: 3 more warnings of the code no-kernel-line: 'unsplat parse' has all of them",
                    told.lines().reduce((first, last) -> last).orElseThrow());
        }
    }

    @Test
    void outputHasAllOfThem() throws IOException {
        for (int i = 0; i < 6; i++) {
            Files.createFile(dir.resolve(i + ".log"));
        }
        var result = Cli.run("parse", dir.toString());
        assertEquals(
                6, new ObjectMapper().readTree(result.out()).get("diagnostics").size());
        assertEquals(6, result.err().lines().count());
        assertEquals(
                "unsplat: 1 more warning of the code empty-input: 'unsplat parse' has all of them",
                result.err().lines().reduce((first, last) -> last).orElseThrow());
    }

    @Test
    void everyErrorIsPrinted() {
        var operands = new String[11];
        operands[0] = "parse";
        for (int i = 1; i < operands.length; i++) {
            operands[i] = dir.resolve("absent" + i).toString();
        }
        assertEquals(10, Cli.run(operands).err().lines().count());
    }
}
