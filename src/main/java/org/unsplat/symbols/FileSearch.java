package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.unsplat.model.Diagnostic;

/**
 * Searches one debug file. A build id in the log decides: first a file in {@code .build-id}, then a file by name with this id,
 * and last a file by name without an id. Files on which no id decides are compared by the release in the log.
 */
final class FileSearch {

    /** The largest number of files of one name that are opened. */
    static final int MOST_CANDIDATES = 64;

    private final FileQuery wanted;
    private final Path given;
    private final DebugDirs dirs;
    private final CandidateFiles files;
    private final List<FileSearchResult> problems = new ArrayList<>();
    private final List<CandidateFile> withoutId = new ArrayList<>();
    private int found;

    /** A file, and the file that has its lines, mostly the same. */
    record Split(CandidateFile stripped, CandidateFile lines) {}

    /** @param given the file that the user named, or null */
    FileSearch(FileQuery wanted, Path given, DebugDirs dirs, CandidateFiles files) {
        this.wanted = wanted;
        this.given = given;
        this.dirs = dirs;
        this.files = files;
    }

    /** Returns the file, or null; then {@link #reason} says why. */
    Split run() {
        try {
            var ofBuild = wanted.buildId() == null ? List.<CandidateFile>of() : ofBuild();
            return choose(ofBuild.isEmpty() ? ofRelease() : ofBuild);
        } catch (IOException e) {
            add(Diagnostic.SYMBOLS_UNREADABLE, wanted.name() + ": cannot be read: " + CandidateFiles.reason(e));
            return null;
        }
    }

    /** The files with the build id, up to the first that has lines. */
    private List<CandidateFile> ofBuild() throws IOException {
        var ofBuild = new ArrayList<CandidateFile>();
        if (given != null) {
            sort(given, ofBuild);
        }
        if (!haveLines(ofBuild)) {
            dirs.withId(wanted.buildId()).forEach(path -> sort(path, ofBuild));
        }
        for (var path : haveLines(ofBuild) ? List.<Path>of() : byName()) {
            if (!haveLines(ofBuild)) {
                sort(path, ofBuild);
            }
        }
        return ofBuild;
    }

    private static boolean haveLines(List<CandidateFile> files) {
        return files.stream().anyMatch(each -> each.elf().hasLines());
    }

    /** Adds the file to those of the build, to those without an id, or to the problems. */
    private void sort(Path path, List<CandidateFile> ofBuild) {
        var file = open(path);
        if (file == null) {
            return;
        }
        if (file.buildId() == null) {
            withoutId.add(file);
        } else if (BuildId.differ(wanted.buildId(), file.buildId())) {
            add(
                    Diagnostic.SYMBOLS_BUILD_ID,
                    path + ": its build id is " + file.buildId() + ", that of the log " + wanted.buildId()
                            + ": give the file of the build that printed the log");
        } else {
            ofBuild.add(file);
        }
    }

    private CandidateFile open(Path path) {
        return files.open(
                path,
                wanted.module() == null ? "the vmlinux of the build, not bzImage or System.map" : "the .ko",
                problems);
    }

    /** The files by name on which no build id decides and that may be of the release. */
    private List<CandidateFile> ofRelease() throws IOException {
        if (wanted.buildId() == null) {
            (given == null ? byName() : List.of(given))
                    .stream().map(this::open).filter(Objects::nonNull).forEach(withoutId::add);
        }
        var ofRelease = new ArrayList<CandidateFile>();
        for (var file : withoutId) {
            var other = file.otherRelease(wanted.release());
            if (other == null) {
                ofRelease.add(file);
            } else {
                add(Diagnostic.SYMBOLS_BUILD_ID, other);
            }
        }
        var named = ofRelease.stream().filter(this::isNamed).toList();
        return named.isEmpty() ? ofRelease : named;
    }

    private boolean isNamed(CandidateFile file) {
        return isNamed(file.path());
    }

    private boolean isNamed(Path path) {
        return wanted.release() != null && CandidateFile.isNamed(path, wanted.release());
    }

    /** The files by name; those whose path names the release come first, because only some are opened. */
    private List<Path> byName() {
        var all = wanted.module() == null ? dirs.ofKernel(wanted.release()) : dirs.ofModule(wanted.module());
        found = all.size();
        return all.stream()
                .sorted(Comparator.comparing((Path path) -> !isNamed(path)))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** Chooses a file with lines; a build contains files of the same name that are no debug files of the kernel. */
    private Split choose(List<CandidateFile> candidates) throws IOException {
        var splits = new LinkedHashMap<String, Split>();
        for (var each : candidates) {
            var lines = files.withLines(each);
            if (lines != null && !hasCopy(splits, lines)) {
                var key = lines.buildId() == null ? lines.path().toString() : lines.buildId();
                splits.putIfAbsent(key, new Split(each, lines));
            }
        }
        if (splits.size() > 1) {
            var some = List.copyOf(splits.values());
            problems.clear();
            add(
                    Diagnostic.SYMBOLS_SEVERAL_FILES,
                    wanted.name() + ": " + some.get(0).lines().path() + " and "
                            + some.get(1).lines().path()
                            + " may be of different builds, and the log does not tell which it is of: give the directory of"
                            + " one");
            return null;
        }
        if (splits.isEmpty() && !candidates.isEmpty()) {
            var first = candidates.get(0);
            problems.clear();
            add(
                    Diagnostic.SYMBOLS_MISSING,
                    first.path() + ": has no debug information, and no debug file of it was found"
                            + CandidateFiles.localeHint(first) + ": build with CONFIG_DEBUG_INFO, or give the"
                            + " --debug-dir of " + wanted.name());
        }
        return splits.isEmpty() ? null : splits.values().iterator().next();
    }

    /** Whether an equal file without a build id was found at another place. */
    private static boolean hasCopy(LinkedHashMap<String, Split> splits, CandidateFile file) throws IOException {
        for (var each : splits.values()) {
            boolean same = file.buildId() == null
                    && each.lines().buildId() == null
                    && Files.mismatch(file.plain(), each.lines().plain()) < 0;
            if (same) {
                return true;
            }
        }
        return false;
    }

    private void add(String code, String message) {
        problems.add(FileSearchResult.not(code, message));
    }

    /** Why there is no file. */
    FileSearchResult reason() {
        if (problems.isEmpty()) {
            return FileSearchResult.not(Diagnostic.SYMBOLS_MISSING, wanted.name() + ": " + missing());
        }
        var first = problems.get(0);
        var others = problems.size() == 1
                ? ""
                : problems.size() == 2
                        ? "; another file does not fit either"
                        : "; " + (problems.size() - 1) + " other files do not fit either";
        var cut = found > MOST_CANDIDATES ? "; only " + MOST_CANDIDATES + " of " + found + " were looked into" : "";
        return FileSearchResult.not(first.code(), first.message() + others + cut);
    }

    private String missing() {
        var file = wanted.fileName();
        if (dirs.dirs().isEmpty()) {
            return "there is no directory to look for " + file + " in: give --debug-dir";
        }
        var below = String.join(", ", dirs.dirs().stream().map(Path::toString).toList());
        return "no " + file + " is below " + below + dirs.notSearched()
                + (wanted.module() == null ? ": give --vmlinux" : ": give a --debug-dir that has it");
    }
}
