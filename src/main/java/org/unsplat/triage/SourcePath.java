package org.unsplat.triage;

import java.util.List;
import java.util.Set;

/**
 * The path of a source file within the kernel's tree, wherever it was built: {@code /home/me/linux-6.12/net/core/dev.c}
 * becomes {@code net/core/dev.c}.
 */
public final class SourcePath {

    private static final Set<String> TOP = Set.of(
            "arch",
            "block",
            "certs",
            "crypto",
            "drivers",
            "fs",
            "include",
            "init",
            "io_uring",
            "ipc",
            "kernel",
            "lib",
            "mm",
            "net",
            "rust",
            "samples",
            "scripts",
            "security",
            "sound",
            "tools",
            "usr",
            "virt");

    /** The directories below {@code kernel}, because many other directories have that name too. */
    private static final Set<String> OF_KERNEL = Set.of(
            "bpf",
            "cgroup",
            "configs",
            "debug",
            "dma",
            "entry",
            "events",
            "futex",
            "gcov",
            "irq",
            "kcsan",
            "livepatch",
            "liveupdate",
            "locking",
            "module",
            "power",
            "printk",
            "rcu",
            "sched",
            "time",
            "trace",
            "unwind");

    private SourcePath() {}

    /** The path with slashes, without a leading one and without {@code ..}, so that it never leads out of a tree. */
    public static String relative(String path) {
        var segments = List.of(path.replace('\\', '/').split("/+")).stream()
                .filter(segment -> !segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
                .toList();
        if (segments.isEmpty()) {
            return path;
        }
        var outside = path.startsWith("/") || path.startsWith("../") || path.contains("/../");
        return String.join("/", outside ? segments.subList(top(segments), segments.size()) : segments);
    }

    /** The index where the tree begins: after a directory named linux, else at the first name that the tree has too. */
    private static int top(List<String> segments) {
        var first = -1;
        for (var i = 0; i < segments.size() - 1; i++) {
            var inTree = isTop(segments, i);
            if (inTree && i > 0 && segments.get(i - 1).startsWith("linux")) {
                return i;
            }
            first = inTree && first < 0 ? i : first;
        }
        return Math.max(first, 0);
    }

    private static boolean isTop(List<String> segments, int at) {
        return TOP.contains(segments.get(at))
                && (!segments.get(at).equals("kernel")
                        || at + 2 == segments.size()
                        || OF_KERNEL.contains(segments.get(at + 1)));
    }

    /** The name without its directory, which differs if a driver is built out of the tree. */
    static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
