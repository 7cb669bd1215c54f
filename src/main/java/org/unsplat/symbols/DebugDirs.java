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
import java.util.regex.Pattern;

/**
 * The folders in which debug files are looked for: by build id where the log has it, as all distributions keep them
 * ({@code .build-id/d1/0c...debug}), else by the name of the module, in any folder below.
 */
final class DebugDirs {

    /** Folders within folders; those of modules are some ten deep. */
    private static final int DEPTH = 32;

    private static final int MOST_FILES = 1 << 20;

    private static final Pattern MODULE = Pattern.compile("(.+?)(?:\\.ko)?(?:\\.debug)?(?:\\.(?:gz|xz|zst))?");

    private static final Pattern DEBUG =
            Pattern.compile("vmlinux.*|.*\\.ko(?:\\.debug)?(?:\\.(?:gz|xz|zst))?|.*\\.debug");

    private final List<Path> folders;
    private Map<String, List<Path>> byName;

    DebugDirs(List<Path> folders) {
        this.folders = folders;
    }

    List<Path> folders() {
        return folders;
    }

    /** The files that a build id stands for, the debug file before the one it was split from. */
    List<Path> withId(String id) {
        var found = new ArrayList<Path>();
        if (id == null || !id.matches("[0-9a-f]{4,128}")) {
            return found;
        }
        for (var folder : folders) {
            var below = folder.resolve(".build-id").resolve(id.substring(0, 2));
            for (var name : List.of(id.substring(2) + ".debug", id.substring(2))) {
                if (Files.isRegularFile(below.resolve(name))) {
                    found.add(below.resolve(name));
                }
            }
        }
        return found;
    }

    /** The files of a module, whose name has underscores where that of the file may have dashes; in order of their paths. */
    List<Path> ofModule(String module) {
        return names().getOrDefault(withUnderscores(module), List.of());
    }

    /** The files of the kernel: {@code vmlinux}, or {@code vmlinux-6.12.0} of this release. */
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
            folders.forEach(this::walk);
            byName.values().forEach(paths -> paths.sort(Comparator.naturalOrder()));
        }
        return byName;
    }

    private void walk(Path folder) {
        var files = new int[1];
        try {
            var start = folder.toRealPath();
            Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    add(file);
                    files[0]++;
                    return files[0] < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
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
            });
        } catch (IOException e) {
            // Then there is nothing in it
        }
    }

    private void add(Path file) {
        var name = file.getFileName().toString();
        var module = DEBUG.matcher(name).matches() ? MODULE.matcher(name) : null;
        if (module != null && module.matches() && Files.isRegularFile(file)) {
            byName.computeIfAbsent(withUnderscores(module.group(1)), any -> new ArrayList<>())
                    .add(file);
        }
    }
}
