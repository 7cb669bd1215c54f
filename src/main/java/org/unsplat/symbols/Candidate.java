package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Path;
import org.unsplat.symbols.elf.ElfFile;

/**
 * A debug file that was opened.
 *
 * @param plain the file itself, or its copy that is not compressed
 * @param buildId as hexadecimal digits, null where it has none
 */
record Candidate(Path path, Path plain, ElfFile elf, String buildId) {

    /** Whether a folder in its path, or its name behind {@code vmlinux-}, is this release. */
    static boolean isNamed(Path path, String release) {
        for (var part : path) {
            if (part.toString().equals(release) || part.toString().equals("vmlinux-" + release)) {
                return true;
            }
        }
        return false;
    }

    /** Why it is not of the kernel that printed the release; null where it may be. */
    String otherRelease(String printed) throws IOException {
        var own = printed == null ? null : elf.kernelRelease();
        return own == null || own.equals(printed)
                ? null
                : path + ": it is of release " + own + ", the log of " + printed + ": give the file of the build that"
                        + " printed the log";
    }
}
