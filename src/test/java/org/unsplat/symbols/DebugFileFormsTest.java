package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unsplat.symbols.ToyFrames.TIMEOUT;
import static org.unsplat.symbols.ToyFrames.assertRight;
import static org.unsplat.symbols.ToyFrames.kernel;
import static org.unsplat.symbols.ToyFrames.module;
import static org.unsplat.symbols.ToyFrames.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.symbols.elf.ElfFile;

/** Debug files that are compressed, and those that are apart from the file that was stripped. */
class DebugFileFormsTest extends ToyKernelFixture {

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "zst"})
    void compressedFilesAreUnpacked(String suffix) throws IOException {
        TestTools.assumeInstalled("addr2line");
        var below = Files.createDirectories(dir.resolve("lib/modules/6.12.0/kernel/toy"));
        var plain = Files.move(toy.module(), below.resolve("toy-mod.ko"));
        var packed = below.resolve("toy-mod.ko." + suffix);
        pack(plain, packed, suffix);
        Files.delete(plain);
        pack(toy.vmlinux(), dir.resolve("vmlinux." + suffix), suffix);
        var temporary = Files.createDirectory(dir.resolve("temporary"));
        var settings = new SymbolSettings(
                dir.resolve("vmlinux." + suffix), List.of(dir), null, System.getenv("PATH"), TIMEOUT, temporary);
        assertRight(toy, module(), settings);
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
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
        TestTools.assumeInstalled(program);
        var copy = Files.copy(plain, packed.resolveSibling("copy"));
        ToyKernel.run(program, "-q", copy.toString());
        Files.move(copy.resolveSibling("copy." + suffix), packed);
        Files.deleteIfExists(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {".build-id", "link", ".debug"})
    void aStrippedFileIsReadWithItsDebugFile(String where) throws IOException {
        TestTools.assumeInstalled("addr2line");
        var dirs = Files.createDirectory(dir.resolve("debug"));
        for (var file : List.of(toy.vmlinux(), toy.module())) {
            var debug = debugFile(file, where, dirs);
            Files.createDirectories(debug.getParent());
            ToyKernel.run("objcopy", "--only-keep-debug", file.toString(), debug.toString());
            ToyKernel.run("objcopy", "--strip-debug", file.toString());
            if (!where.equals(".build-id")) {
                ToyKernel.run("objcopy", "--add-gnu-debuglink=" + debug, file.toString());
            }
        }
        assertRight(toy, kernel(), settings(toy.vmlinux(), List.of(dir), null));
        assertRight(toy, module(), settings(toy.vmlinux(), List.of(dir), null));
    }

    private Path debugFile(Path file, String where, Path dirs) throws IOException {
        var name = file.getFileName() + ".dbg";
        if (where.equals("link")) {
            return file.resolveSibling(name);
        }
        if (where.equals(".debug")) {
            return file.resolveSibling(".debug").resolve(name);
        }
        var id = ElfFile.open(file).buildId();
        return dir.resolve(".build-id").resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug");
    }

    /** What a run leaves that was killed, the next one removes; not what another run is reading. */
    @Test
    void leftoversAreRemoved() throws IOException {
        TestTools.assumeInstalled("xz");
        ToyKernel.run("xz", toy.module().toString());
        var packed = dir.toRealPath().resolve("toy-mod.ko.xz");
        var temporary = Files.createDirectory(dir.resolve("temporary"));
        var left = Files.createDirectory(temporary.resolve("unsplat-symbols-1"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("1.elf"));
        var strange = Files.createDirectory(temporary.resolve("unsplat-symbols-2"));
        Files.createFile(strange.resolve("1.elf"));
        try (var one = new UnpackedFiles(temporary);
                var other = new UnpackedFiles(temporary)) {
            var copy = one.of(packed);
            assertTrue(Files.notExists(left));
            assertTrue(Files.exists(strange.resolve("1.elf")), "without a lock it may be just being made");
            assertNotEquals(copy, other.of(packed));
            assertTrue(Files.exists(copy), "its run lives");
        }
        try (var rest = Files.list(temporary)) {
            assertEquals(List.of(strange), rest.toList());
        }
    }

    /** In a locale without such letters Java has no path for it. */
    @Test
    void aLinkThatIsNoPathIsTold() throws IOException {
        var link = Files.writeString(dir.resolve("link"), "m\u00fcd.dbg\0\0\0....");
        ToyKernel.run(
                "objcopy",
                "--strip-debug",
                "--add-section",
                ".gnu_debuglink=" + link,
                toy.module().toString());
        var log = Files.writeString(dir.resolve("0.log"), ToyReports.log(toy.symbol(41), null));
        var output = ToyKernel.run(
                "env",
                "LC_ALL=C",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.unsplat.cli.Main",
                "parse",
                "--debug-dir",
                dir.toString(),
                log.toString());
        assertTrue(
                output.contains("no debug file of it was found; the name of its debug file cannot be written"), output);
    }
}
