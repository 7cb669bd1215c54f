package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;

/** The folder that the kernel was built from, which its debug information has in front of each path. */
final class SourceRoot {

    /** Where there is no kernel to tell: paths stay as they are. */
    static final SourceRoot UNKNOWN = new SourceRoot(null);

    private final String root;

    /** @param root with a slash at its end, null where it is not known */
    SourceRoot(String root) {
        this.root = root == null ? null : plain(root) + "/";
    }

    /** Finds it by functions that stand in the same file of every kernel. */
    static SourceRoot of(DebugFile kernel) {
        var root = kernel.rootOf("panic", "kernel/panic.c");
        return new SourceRoot(root == null ? kernel.rootOf("start_kernel", "init/main.c") : root);
    }

    /** The path as it is within the tree; as it is elsewhere for a file of none. */
    String relative(String path) {
        var plain = plain(path);
        return root != null && plain.startsWith(root) ? plain.substring(root.length()) : plain;
    }

    /** Without {@code ./}, and without {@code x/..}, which a compiler leaves in. */
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
