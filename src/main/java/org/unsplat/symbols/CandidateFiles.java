package org.unsplat.symbols;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.unsplat.model.Diagnostic;
import org.unsplat.symbols.elf.ElfFile;
import org.unsplat.symbols.elf.MalformedElf;

/** Opens debug files, and finds the debug file from which a file was stripped. */
final class CandidateFiles implements AutoCloseable {

    private final DebugDirs dirs;
    private final UnpackedFiles unpacked;

    CandidateFiles(DebugDirs dirs, Path temporary) {
        this.dirs = dirs;
        this.unpacked = new UnpackedFiles(temporary);
    }

    /** Opens a file; null if it is no ELF file, which is added to the problems. */
    CandidateFile open(Path path, String kind, List<FileSearchResult> problems) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IOException("it is no regular file");
            }
            var plain = unpacked.of(path);
            var elf = ElfFile.open(plain);
            return new CandidateFile(path, plain, elf, elf.buildId());
        } catch (MalformedElf e) {
            problems.add(unreadable(path, e.isOther() ? e.getMessage() + ": give " + kind : e.getMessage()));
        } catch (IOException e) {
            problems.add(unreadable(path, "cannot be read: " + reason(e)));
        }
        return null;
    }

    static FileSearchResult unreadable(Path path, String why) {
        return FileSearchResult.not(Diagnostic.SYMBOLS_UNREADABLE, path + ": " + why);
    }

    /** Explains an I/O error; Java's own message is often only the name of the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** The file itself if it has lines, else the one from which it was stripped; null if none has lines. */
    CandidateFile withLines(CandidateFile file) throws IOException {
        if (file.elf().hasLines()) {
            return file;
        }
        for (var path : separate(file)) {
            var other = Files.isRegularFile(path) ? open(path, "", new ArrayList<>()) : null;
            // Without build ids only the symbols show that they belong together; they are compared in any case
            if (other != null && other.elf().hasLines() && Objects.equals(other.buildId(), file.buildId())) {
                return other;
            }
        }
        return null;
    }

    /** The places where GDB looks for the debug file of a stripped file: by build id, then by name. */
    private Set<Path> separate(CandidateFile stripped) throws IOException {
        var paths = new LinkedHashSet<>(dirs.withId(stripped.buildId()));
        var link = stripped.elf().debugLink();
        if (link != null && canBePath(link)) {
            var dir = stripped.path().toAbsolutePath().getParent();
            paths.add(dir.resolve(link));
            paths.add(dir.resolve(".debug").resolve(link));
            for (var each : dirs.dirs()) {
                paths.add(each.resolve(link));
                paths.add(each.resolve(dir.getRoot().relativize(dir)).resolve(link));
            }
        }
        return paths;
    }

    private static boolean canBePath(String name) {
        try {
            Path.of(name);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The hint of a message if the name of a debug file cannot be represented in this locale. */
    static String localeHint(CandidateFile stripped) throws IOException {
        var link = stripped.elf().debugLink();
        return link == null || canBePath(link)
                ? ""
                : "; the name of its debug file cannot be written in " + Charset.defaultCharset()
                        + ": set LC_ALL=C.UTF-8";
    }

    @Override
    public void close() {
        unpacked.close();
    }
}
