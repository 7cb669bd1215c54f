package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The directories that are searched for debug files: by build id if the log has one, in the layout of all distributions
 * ({@code .build-id/d1/0c...debug}), else by the name of the module, at any depth.
 */
final class DebugDirs {

    /** The largest depth of directories; those of modules are about ten deep. */
    private static final int DEPTH = 32;

    private static final int MOST_FILES = 1 << 20;

    /** The name of a module or kernel, without suffixes for compression and debug files. */
    private static final Pattern DEBUG =
            Pattern.compile("(vmlinux.*?|.+?(?=\\.ko|\\.debug$))(?:\\.ko)?(?:\\.debug)?(?:\\.(?:gz|xz|zst))?");

    private final List<Path> dirs;
    private final Set<Path> unreadable = new TreeSet<>();
    private final Set<String> limits = new TreeSet<>();
    private Map<String, List<Path>> byName;

    DebugDirs(List<Path> dirs) {
        this.dirs = dirs;
    }

    List<Path> dirs() {
        return dirs;
    }

    /** The files for a build id; the debug file comes before the file it was split from. */
    List<Path> withId(String id) {
        var found = new ArrayList<Path>();
        if (id == null || !id.matches("[0-9a-f]{4,128}")) {
            return found;
        }
        for (var dir : dirs) {
            var below = dir.resolve(".build-id").resolve(id.substring(0, 2));
            for (var own : BuildId.unpadded(id)) {
                for (var name : List.of(own.substring(2) + ".debug", own.substring(2))) {
                    if (Files.isRegularFile(below.resolve(name))) {
                        found.add(below.resolve(name));
                    }
                }
            }
        }
        return found;
    }

    /** What was not searched, for a message: empty, or beginning with a comma. */
    String notSearched() {
        names();
        var told = unreadable.isEmpty()
                ? ""
                : ", where " + unreadable.iterator().next()
                        + (unreadable.size() > 1 ? " and " + (unreadable.size() - 1) + " more" : "")
                        + " cannot be read";
        return told + (limits.isEmpty() ? "" : ", where only " + String.join(" and ", limits) + " were searched");
    }

    /** The files of a module, sorted by path. Its name has underscores where that of the file may have dashes. */
    List<Path> ofModule(String module) {
        return names().getOrDefault(withUnderscores(module), List.of());
    }

    /** The files of the kernel: {@code vmlinux}, and {@code vmlinux-6.12.0} of this release. */
    List<Path> ofKernel(String release) {
        var found = new ArrayList<>(names().getOrDefault("vmlinux", List.of()));
        if (release != null) {
            found.addAll(names().getOrDefault(withUnderscores("vmlinux-" + release), List.of()));
        }
        return found;
    }

    private static String withUnderscores(String name) {
        return name.replace('-', '_');
    }

    private Map<String, List<Path>> names() {
        if (byName == null) {
            byName = new HashMap<>();
            dirs.forEach(this::walk);
            byName.values().forEach(paths -> paths.sort(Comparator.naturalOrder()));
        }
        return byName;
    }

    private void walk(Path dir) {
        try {
            Files.walkFileTree(dir.toRealPath(), EnumSet.noneOf(FileVisitOption.class), DEPTH, new Visitor());
        } catch (IOException e) {
            unreadable.add(dir);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private int files;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                limits.add(DEPTH + " levels of directories");
            } else {
                add(file);
            }
            files++;
            if (files == MOST_FILES) {
                limits.add("the first " + MOST_FILES + " files");
            }
            return files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith(".build-id") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private void add(Path file) {
        var name = file.getFileName().toString();
        var module = DEBUG.matcher(name);
        if (module.matches() && Files.isRegularFile(file)) {
            byName.computeIfAbsent(withUnderscores(module.group(1)), any -> new ArrayList<>())
                    .add(file);
        }
    }
}
