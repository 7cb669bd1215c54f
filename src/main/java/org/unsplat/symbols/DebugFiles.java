package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unsplat.model.Diagnostic;
import org.unsplat.symbols.elf.ElfFile;
import org.unsplat.symbols.elf.MalformedElf;

/** Finds the debug file of a kernel or a module, and opens it. */
final class DebugFiles implements AutoCloseable {

    private static final String KERNEL = "vmlinux";

    /** Files of one name that are looked into. */
    private static final int MOST_CANDIDATES = 64;

    /** A file that was opened, and what it is. */
    private record Opened(Path path, Path unpacked, ElfFile elf, String buildId) {}

    private final DebugDirs folders;
    private final Tools tools;
    private final UnpackedFiles unpacked = new UnpackedFiles();
    private final Map<List<Path>, DebugFile> files = new HashMap<>();

    DebugFiles(List<Path> folders, Tools tools) {
        this.folders = new DebugDirs(folders);
        this.tools = tools;
    }

    /**
     * The kernel's.
     *
     * @param given the file that the user names, null for none
     * @param buildId as the log prints it, null where it does not
     * @param release as the log prints it, null where it does not
     */
    Found kernel(Path given, String buildId, String release) {
        var named = new ArrayList<Path>();
        if (given != null) {
            named.add(given);
        } else {
            named.addAll(folders.ofKernel(release));
        }
        return choose(KERNEL, named, buildId, given == null ? release : null);
    }

    /** A module's. */
    Found module(String name, String buildId, String release) {
        return choose(name, folders.ofModule(name), buildId, release);
    }

    private Found choose(String name, List<Path> named, String buildId, String release) {
        var problems = new ArrayList<Found>();
        var candidates = new ArrayList<Opened>();
        named.stream().limit(MOST_CANDIDATES).forEach(path -> open(path, buildId, candidates, problems));
        if (candidates.isEmpty()) {
            folders.withId(buildId).forEach(path -> open(path, buildId, candidates, problems));
        }
        var ofRelease = candidates.stream()
                .filter(each -> release != null && hasComponent(each.path(), release))
                .toList();
        var rest = ofRelease.isEmpty() ? candidates : ofRelease;
        if (rest.isEmpty()) {
            return problems.isEmpty()
                    ? Found.not(Diagnostic.SYMBOLS_MISSING, name + ": " + missing(name))
                    : problems.get(0);
        }
        if (isSeveral(rest)) {
            return Found.not(
                    Diagnostic.SYMBOLS_AMBIGUOUS,
                    name + ": " + rest.get(0).path() + " and " + rest.get(1).path()
                            + " are of different builds, and the log does not tell which it is of: give the folder of one");
        }
        return withLines(name, rest);
    }

    private String missing(String name) {
        boolean kernel = name.equals(KERNEL);
        var file = kernel ? KERNEL : name + ".ko";
        return folders.folders().isEmpty()
                ? "there is no folder to look for " + file + " in: give --debug-dir"
                : "no " + file + " is below "
                        + String.join(
                                ", ",
                                folders.folders().stream().map(Path::toString).toList())
                        + (kernel ? ": give --vmlinux" : ": give a --debug-dir that has it");
    }

    /** Adds the file to the candidates, or to the problems where it is none. */
    private void open(Path path, String buildId, List<Opened> candidates, List<Found> problems) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IOException("it is no regular file");
            }
            var plain = unpacked.of(path);
            var elf = ElfFile.open(plain);
            var ofFile = elf.buildId();
            if (BuildId.differ(buildId, ofFile)) {
                problems.add(Found.not(
                        Diagnostic.SYMBOLS_BUILD_ID,
                        path + ": its build id is " + ofFile + ", that of the log " + buildId
                                + ": give the file of the build that printed the log"));
            } else {
                candidates.add(new Opened(path, plain, elf, ofFile));
            }
        } catch (MalformedElf e) {
            problems.add(Found.not(Diagnostic.SYMBOLS_UNREADABLE, path + ": " + e.getMessage()));
        } catch (IOException e) {
            problems.add(Found.not(Diagnostic.SYMBOLS_UNREADABLE, path + ": cannot be read: " + reason(e)));
        }
    }

    /** Java's own messages are often only the file name. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static boolean hasComponent(Path path, String component) {
        for (var part : path) {
            if (part.toString().equals(component)) {
                return true;
            }
        }
        return false;
    }

    /** A stripped file and its debug file have one build id; files without any may be of any build. */
    private static boolean isSeveral(List<Opened> candidates) {
        var ids = new HashSet<String>();
        candidates.forEach(each -> ids.add(each.buildId() == null ? each.path().toString() : each.buildId()));
        return ids.size() > 1;
    }

    /** Takes symbols and lines from the first file that has lines, else the symbols from one and the lines from another. */
    private Found withLines(String name, List<Opened> candidates) {
        try {
            for (var each : candidates) {
                if (each.elf().hasLines()) {
                    return found(each, each);
                }
            }
            for (var each : candidates) {
                var other = separate(each);
                if (other != null) {
                    return found(each, other);
                }
            }
            return Found.not(
                    Diagnostic.SYMBOLS_MISSING,
                    candidates.get(0).path()
                            + ": has no debug information, and no debug file of it was found: build with"
                            + " CONFIG_DEBUG_INFO, or give the --debug-dir of " + name);
        } catch (IOException e) {
            return Found.not(Diagnostic.SYMBOLS_UNREADABLE, candidates.get(0).path() + ": " + reason(e));
        }
    }

    private Found found(Opened stripped, Opened lines) throws IOException {
        var known = files.get(List.of(stripped.path(), lines.path()));
        if (known != null) {
            return new Found(known, null, null);
        }
        var own = lines.elf().symbols();
        var symbols = own.isEmpty() ? stripped.elf().symbols() : own;
        if (symbols.isEmpty()) {
            return Found.not(
                    Diagnostic.SYMBOLS_MISSING,
                    stripped.path() + ": has no symbols: give the file before it was stripped");
        }
        var file = new DebugFile(
                lines.path().toString(), symbols, lines.unpacked(), lines.elf().isRelocatable(), tools);
        files.put(List.of(stripped.path(), lines.path()), file);
        return new Found(file, null, null);
    }

    /** The file that a stripped one was split from, as GDB looks for it: by build id, then by name; null where none is. */
    private Opened separate(Opened stripped) {
        var paths = new ArrayList<>(folders.withId(stripped.buildId()));
        try {
            var link = stripped.elf().debugLink();
            var folder = stripped.path().toAbsolutePath().getParent();
            if (link != null) {
                paths.add(folder.resolve(link));
                paths.add(folder.resolve(".debug").resolve(link));
                for (var each : folders.folders()) {
                    paths.add(each.resolve(link));
                    paths.add(each.resolve(folder.getRoot().relativize(folder)).resolve(link));
                }
            }
        } catch (IOException e) {
            // It names none
        }
        for (var path : paths) {
            var opened = new ArrayList<Opened>();
            if (Files.isRegularFile(path)) {
                open(path, null, opened, new ArrayList<>());
            }
            for (var each : opened) {
                // Without a build id nothing shows that they belong together but the symbols, which are compared anyway
                if (each.elf().hasLines() && Objects.equals(each.buildId(), stripped.buildId())) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Ends the processes of a file, and frees its symbols. */
    void forget(DebugFile file) {
        file.close();
        files.values().remove(file);
    }

    @Override
    public void close() {
        files.values().forEach(DebugFile::close);
        unpacked.close();
    }
}
