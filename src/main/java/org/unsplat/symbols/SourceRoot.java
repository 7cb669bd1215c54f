package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;

/** The directory in which the kernel was built, with which paths in its debug information begin. */
final class SourceRoot {

    /** Used without a kernel file; paths stay as they are. */
    static final SourceRoot UNKNOWN = new SourceRoot(null);

    private final String root;

    /** @param root with a slash at its end, null if unknown */
    SourceRoot(String root) {
        this.root = root == null ? null : plain(root) + "/";
    }

    /** Finds the directory by functions that are in the same file in every kernel. */
    static SourceRoot of(DebugFile kernel) {
        var root = kernel.rootOf("panic", "kernel/panic.c");
        return new SourceRoot(root == null ? kernel.rootOf("start_kernel", "init/main.c") : root);
    }

    /** The path relative to the tree; unchanged for a file outside of it. */
    String relative(String path) {
        var plain = plain(path);
        return root != null && plain.startsWith(root) ? plain.substring(root.length()) : plain;
    }

    /** The path without {@code ./} and {@code x/..}, which compilers leave in. */
    private static String plain(String path) {
        if (!path.contains("./") && !path.contains("//") && !path.endsWith("/")) {
            return path;
        }
        List<String> parts = new ArrayList<>();
        for (var part : path.split("/+")) {
            boolean up = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).matches("(?:\\.\\.)?");
            if (up) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
