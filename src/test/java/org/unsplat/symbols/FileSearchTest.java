package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Diagnostic;
import org.unsplat.symbols.elf.ElfFile;

/** Which of several files is taken for the one that the log is of. */
class FileSearchTest extends ToyKernelFixture {

    private static final String RELEASE = "6.12.0";

    private Path below;
    private String id;

    @BeforeEach
    void prepare() throws IOException {
        below = Files.createDirectory(toy.dir().resolve("debug"));
        id = ElfFile.open(toy.module()).buildId();
    }

    private static void withoutId(Path file) throws IOException {
        ToyKernel.run("objcopy", "--remove-section", ".note.gnu.build-id", file.toString());
    }

    /** Makes it a file of a release. */
    private void ofRelease(Path file, String section, String text) throws IOException {
        var bytes = Files.writeString(dir.resolve("text"), text + "\0");
        ToyKernel.run("objcopy", "--add-section", section + "=" + bytes, file.toString());
        withoutId(file);
    }

    /** Copies the module to a path below the directory. */
    private Path module(String path) throws IOException {
        var to = below.resolve(path);
        Files.createDirectories(to.getParent());
        return Files.copy(toy.module(), to);
    }

    private FileSearch search(String module, String buildId, String release) {
        var dirs = new DebugDirs(List.of(below));
        return new FileSearch(
                new FileQuery(module, buildId, release), null, dirs, new CandidateFiles(dirs, dir.resolve("none")));
    }

    private Path found(String module, String buildId, String release) {
        var search = search(module, buildId, release);
        var split = search.run();
        assertTrue(split != null, () -> search.reason().message());
        return split.lines().path();
    }

    private FileSearchResult reason(String module, String buildId, String release) {
        var search = search(module, buildId, release);
        assertNull(search.run());
        return search.reason();
    }

    private Path ofId(String digits) {
        return below.resolve(".build-id/" + digits.substring(0, 2) + "/" + digits.substring(2) + ".debug");
    }

    @Test
    void aBuildIdComesBeforeAName() throws IOException {
        withoutId(module("toy_mod.ko"));
        var right = ofId(id);
        Files.createDirectories(right.getParent());
        Files.copy(toy.module(), right);
        assertEquals(right, found("toy_mod", id, null));
        Files.move(right, below.resolve("other").resolveSibling("toy-mod.ko"));
        assertEquals(below.resolve("toy-mod.ko"), found("toy_mod", id, null), "by name, with the id");
        Files.delete(below.resolve("toy-mod.ko"));
        assertEquals(below.resolve("toy_mod.ko"), found("toy_mod", id, null), "none has the id");
    }

    /** The kernel fills a shorter id up with zeros ({@code parse_build_id_buf}). */
    @Test
    void aShortBuildIdIsFound() throws IOException {
        var digits = "00112233445566778899aabbccddee00";
        Files.createDirectories(ofId(digits).getParent());
        withoutId(Files.copy(toy.module(), ofId(digits)));
        var dirs = new DebugDirs(List.of(below));
        assertEquals(List.of(ofId(digits)), dirs.withId(digits + "00000000"));
        assertEquals(List.of(), dirs.withId("11" + digits + "000000"));
    }

    @Test
    void allOfAnotherBuildAreCounted() throws IOException {
        module("a/toy-mod.ko");
        module("b/toy-mod.ko");
        var other = "0123456789abcdef0123456789abcdef01234567";
        var reason = reason("toy_mod", other, null);
        assertEquals(Diagnostic.SYMBOLS_BUILD_ID, reason.code());
        assertEquals(
                below + "/a/toy-mod.ko: its build id is " + id + ", that of the log " + other
                        + ": give the file of the build that printed the log; another file does not fit either",
                reason.message());
    }

    @Test
    void aFileOfAnotherReleaseIsNotUsed() throws IOException {
        var module = module("toy-mod.ko");
        ofRelease(module, ".modinfo", "license=GPL\0vermagic=6.12.0-rc1 SMP preempt mod_unload ");
        var reason = reason("toy_mod", null, RELEASE);
        assertEquals(Diagnostic.SYMBOLS_BUILD_ID, reason.code());
        assertEquals(
                module + ": it is of release 6.12.0-rc1, the log of 6.12.0: give the file of the build that printed the"
                        + " log",
                reason.message());
        assertEquals(module, found("toy_mod", null, "6.12.0-rc1"));
        assertEquals(module, found("toy_mod", null, null), "the log tells no release");
        var kernel = Files.copy(toy.vmlinux(), below.resolve("vmlinux"));
        ofRelease(kernel, ".rodata", "%s version %s\0Linux version %s\0Linux version 6.13.0-rc1 (u@h) #1");
        assertTrue(reason(null, null, RELEASE).message().contains("it is of release 6.13.0-rc1, the log of 6.12.0"));
        assertEquals(kernel, found(null, null, "6.13.0-rc1"));
    }

    /** More files than are looked into, of which the one whose path names the release is the last. */
    @Test
    void thePathOfTheReleaseIsLookedIntoFirst() throws IOException {
        withoutId(toy.module());
        for (int copy = 0; copy < FileSearch.MOST_CANDIDATES; copy++) {
            module("5." + copy + "/toy-mod.ko");
        }
        var right = module(RELEASE + "/toy-mod.ko");
        assertEquals(right, found("toy_mod", null, RELEASE));
        for (int copy = 0; copy < FileSearch.MOST_CANDIDATES; copy++) {
            Files.writeString(below.resolve("5." + copy + "/toy-mod.ko"), "no module");
        }
        Files.writeString(right, "no module");
        assertEquals(
                right
                        + ": is not an ELF file: give the .ko; 63 other files do not fit either; only 64 of 65 were looked into",
                reason("toy_mod", null, RELEASE).message());
    }

    @Test
    void filesThatMayBeOfDifferentBuildsAreNotChosenBetween() throws IOException {
        withoutId(toy.module());
        module("a/toy-mod.ko");
        assertEquals(below.resolve("a/toy-mod.ko"), found("toy_mod", null, RELEASE));
        var other = module("b/toy-mod.ko");
        assertEquals(below.resolve("a/toy-mod.ko"), found("toy_mod", null, RELEASE), "a copy is the same build");
        ofRelease(other, ".toy", "other");
        var reason = reason("toy_mod", null, RELEASE);
        assertEquals(Diagnostic.SYMBOLS_SEVERAL_FILES, reason.code());
        assertEquals(
                "toy_mod: " + below + "/a/toy-mod.ko and " + other + " may be of different builds, and the log does not"
                        + " tell which it is of: give the directory of one",
                reason.message());
    }

    /** As in a tree that a kernel was built in: {@code arch/x86/boot/compressed/vmlinux} has no debug information. */
    @Test
    void aFileWithoutLinesIsSetAside() throws IOException {
        var boot = below.resolve("arch/x86/boot/compressed/vmlinux");
        Files.createDirectories(boot.getParent());
        Files.copy(toy.vmlinux(), boot);
        ToyKernel.run("objcopy", "--strip-debug", boot.toString());
        withoutId(boot);
        var kernel = Files.copy(toy.vmlinux(), below.resolve("vmlinux"));
        assertEquals(kernel, found(null, null, RELEASE));
    }

    @Test
    void aStrippedFileAndItsDebugFileAreOneWithoutIds() throws IOException {
        withoutId(toy.module());
        var stripped = module("toy-mod.ko");
        var debug = below.resolve("toy-mod.debug");
        ToyKernel.run("objcopy", "--only-keep-debug", stripped.toString(), debug.toString());
        ToyKernel.run("objcopy", "--strip-debug", "--add-gnu-debuglink=" + debug, stripped.toString());
        assertEquals(debug, found("toy_mod", null, RELEASE));
    }

    @Test
    void whatIsNotSearchedIsTold() throws IOException {
        var deep = new ArrayList<String>();
        for (int level = 0; level < 40; level++) {
            deep.add("a");
        }
        module(String.join("/", deep) + "/toy-mod.ko");
        assertEquals(
                "toy_mod: no toy_mod.ko is below " + below
                        + ", where only 32 levels of directories were searched: give a" + " --debug-dir that has it",
                reason("toy_mod", null, null).message());
    }

    @Test
    void aDirectoryForUnpackedFilesThatIsMissingIsTold() throws IOException {
        TestTools.assumeInstalled("xz");
        ToyKernel.run("xz", module("toy-mod.ko").toString());
        assertEquals(
                below + "/toy-mod.ko.xz: cannot be read: it is compressed, and cannot be unpacked into "
                        + dir.resolve("none") + ": no such file or directory: name another directory with"
                        + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR, or unpack it yourself",
                reason("toy_mod", null, null).message());
    }
}
