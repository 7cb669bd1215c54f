package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unsplat.cli.SymbolRuns.assertRefused;
import static org.unsplat.cli.SymbolRuns.assertWarned;
import static org.unsplat.cli.SymbolRuns.parse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.unsplat.symbols.ToyKernel;
import org.unsplat.symbols.elf.ElfFile;

/** What comes of debug files that cannot be used: a message, an exit status, and reports without lines. */
class SymbolFaultsTest extends SymbolFaultsFixture {

    private static final String OTHER_ID = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void nothingIsTheMatter() throws IOException {
        var log = log(toy.symbol(1), null);
        var result = parse(log, "--strict", "--vmlinux", vmlinux);
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\"file\":\"toy/toy.c\""), result.out());
        assertTrue(result.out().contains("in toy_outer (toy/toy.c:"), result.out());
    }

    @Test
    void aWrongBuildId() throws IOException {
        var own = ElfFile.open(toy.vmlinux()).buildId();
        assertWarned(
                log(toy.symbol(1), OTHER_ID),
                "symbols-build-id",
                dir + "/0.log:1: " + toy.vmlinux() + ": its build id is " + own + ", that of the log " + OTHER_ID
                        + ": give the file of the build that printed the log\n",
                "--vmlinux",
                vmlinux);
        var right = parse(log(toy.symbol(1), own), "--strict", "--vmlinux", vmlinux);
        assertEquals(0, right.status());
        assertTrue(right.out().contains("\"file\":\"toy/toy.c\""), right.out());
    }

    @Test
    void aModuleOfAnotherBuild() throws IOException {
        var own = ElfFile.open(toy.module()).buildId();
        assertWarned(
                log(toy.symbol(41).replace("]", " " + OTHER_ID + "]"), null),
                "symbols-build-id",
                dir + "/0.log:1: " + toy.module().toAbsolutePath() + ": its build id is " + own + ", that of the log "
                        + OTHER_ID + ": give the file of the build that printed the log\n",
                "--vmlinux",
                vmlinux,
                "--debug-dir",
                compiled.toString());
    }

    @Test
    void aMissingModule() throws IOException {
        var log = log("other_function+0x12/0x34 [other_mod]", null);
        assertWarned(
                log,
                "symbols-missing",
                dir + "/0.log:1: other_mod: no other_mod.ko is below " + compiled
                        + ": give a --debug-dir that has it\n",
                "--vmlinux",
                vmlinux,
                "--debug-dir",
                compiled.toString());
        assertWarned(
                log,
                "symbols-missing",
                dir + "/0.log:1: other_mod: there is no directory to look for other_mod.ko in: give --debug-dir\n",
                "--vmlinux",
                vmlinux);
    }

    @Test
    void aModuleThatIsNoElfFile() throws IOException {
        var module =
                Files.writeString(dir.resolve("text_mod.ko"), "not a module").toRealPath();
        assertWarned(
                log("text_function+0x12/0x34 [text_mod]", null),
                "symbols-unreadable",
                dir + "/0.log:1: " + module + ": is not an ELF file: give the .ko\n",
                "--debug-dir",
                dir.toString());
    }

    @Test
    void aFileThatIsNoElfFile() throws IOException {
        var text = Files.writeString(dir.resolve("bzImage"), "MZ and more").toString();
        assertRefused(
                "unsplat: --vmlinux: " + text
                        + ": is not an ELF file: give the vmlinux of the build, not bzImage or System.map",
                "--vmlinux",
                text);
        assertRefused(
                "unsplat: --vmlinux: " + dir + "/none: cannot be read: no such file or directory",
                "--vmlinux",
                dir + "/none");
        assertRefused(
                "unsplat: --vmlinux: " + dir + ": cannot be read: it is no regular file", "--vmlinux", dir.toString());
        assertRefused("unsplat: --debug-dir: " + text + " is no directory", "--debug-dir", text);
    }

    @Test
    void aFileWithoutDebugInformation() throws IOException {
        var stripped = Files.copy(toy.vmlinux(), dir.resolve("vmlinux"));
        ToyKernel.run("objcopy", "--strip-debug", stripped.toString());
        assertRefused(
                "unsplat: --vmlinux: " + stripped
                        + ": has no debug information, and no debug file of it was found: build"
                        + " with CONFIG_DEBUG_INFO, or give the --debug-dir of vmlinux",
                "--vmlinux",
                stripped.toString());
    }

    @Test
    void aFileOfFourGigabytes() throws IOException {
        var sparse = dir.resolve("sparse");
        try (var file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(4L << 30);
        }
        assertRefused(
                "unsplat: --vmlinux: " + sparse
                        + ": is not an ELF file: give the vmlinux of the build, not bzImage or System.map",
                "--vmlinux",
                sparse.toString());
    }

    /** Its section headers and symbols are where no int reaches, and they are found. */
    @Test
    void anElfFileOfMoreThanFourGigabytes() throws IOException {
        var large = dir.resolve("vmlinux");
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
        var log = Path.of(log(toy.symbol(1), null));
        Files.writeString(log, Files.readString(log).replaceFirst("at: \\S+", "at: no_such_function+0x12/0x34"));
        var result = parse(log.toString(), "--strict", "--vmlinux", vmlinux);
        assertEquals(
                "unsplat: " + log + ": 1 place has no line: no_such_function+0x12/0x34: " + vmlinux
                        + " has no function of that name and size: check that it is of the same build\n",
                result.err());
        assertEquals(0, result.status());
    }

    /** Of a file that has no place of a log at all, the user is to know in CI, too. */
    @Test
    void aFileThatHasNoneOfTheFunctions() throws IOException {
        var log = log("no_such_function+0x12/0x34", null);
        assertWarned(
                log,
                "symbols-build-id",
                log + ": 1 place has no line: no_such_function+0x12/0x34: " + toy.vmlinux()
                        + " has no function of that name and size, and no other of this log: check that it is of the same"
                        + " build\n",
                "--vmlinux",
                vmlinux);
    }

    /** All commands that take symbols hand them on. */
    @Test
    void everyCommandTakesThem() throws IOException {
        var log = log(toy.symbol(1), null);
        var place = ToyKernel.line("toy/toy.c", "outer1");
        assertTrue(Cli.run("show", "--vmlinux", vmlinux, log).out().contains(place));
        assertTrue(Cli.run("clean", "--vmlinux", vmlinux, log).out().contains(" " + place + "\n"));
        assertTrue(Cli.run("check", "--vmlinux", vmlinux, log).out().contains(place));
        assertTrue(Cli.run("check", "--markdown", dir + "/out.md", "--vmlinux", vmlinux, log)
                        .status()
                == 1);
        assertTrue(Files.readString(dir.resolve("out.md")).contains(place));
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
