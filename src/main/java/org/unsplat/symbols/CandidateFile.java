package org.unsplat.symbols;

import java.io.IOException;
import java.nio.file.Path;
import org.unsplat.symbols.elf.ElfFile;

/**
 * An opened debug file.
 *
 * @param plain the file itself, or an uncompressed copy of it
 * @param buildId in hexadecimal digits, null if it has none
 */
record CandidateFile(Path path, Path plain, ElfFile elf, String buildId) {

    /** Whether a directory in its path is named like this release, or the file itself {@code vmlinux-} and this release. */
    static boolean isNamed(Path path, String release) {
        for (var part : path) {
            if (part.toString().equals(release) || part.toString().equals("vmlinux-" + release)) {
                return true;
            }
        }
        return false;
    }

    /** Why the file is of another release than the log; null if it may be of the same. */
    String otherRelease(String printed) throws IOException {
        var own = printed == null ? null : elf.kernelRelease();
        return own == null || own.equals(printed)
                ? null
                : path + ": it is of release " + own + ", the log of " + printed + ": give the file of the build that"
                        + " printed the log";
    }
}
