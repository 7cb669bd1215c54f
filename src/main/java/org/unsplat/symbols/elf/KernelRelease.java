package org.unsplat.symbols.elf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the release of the kernel in a file: in the banner of a vmlinux ({@code linux_banner}, in {@code .rodata}), or in the
 * {@code vermagic} of a module, in {@code .modinfo}.
 *
 * <pre>
 * Linux version 6.12.0-rc1+ (user@host) (gcc ...
 * vermagic=6.12.0-rc1+ SMP preempt mod_unload
 * </pre>
 */
final class KernelRelease {

    private static final byte[] BANNER = "Linux version ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERMAGIC = "vermagic=".getBytes(StandardCharsets.US_ASCII);
    /** {@code __NEW_UTS_LEN}. */
    private static final int LONGEST = 64;

    private KernelRelease() {}

    static String of(ElfFile file) throws IOException {
        var modinfo = file.section(".modinfo");
        var own = file.isRelocatable() && modinfo != null ? find(file, modinfo, VERMAGIC) : null;
        var rodata = file.section(".rodata");
        return own != null || rodata == null ? own : find(file, rodata, BANNER);
    }

    private static String find(ElfFile file, ElfSection section, byte[] start) throws IOException {
        if (!section.isInFile()) {
            return null;
        }
        try (var in = SectionStream.of(file, section)) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                // The first character of either text occurs only once in it
                matched = next == start[matched] ? matched + 1 : next == start[0] ? 1 : 0;
                if (matched == start.length) {
                    var release = word(in);
                    if (release != null) {
                        return release;
                    }
                    matched = 0;
                }
            }
        }
        return null;
    }

    /** The text up to the next space; null if it is no release, such as the {@code %s} in the format of {@code /proc/version}. */
    private static String word(InputStream in) throws IOException {
        var word = new StringBuilder();
        int next = in.read();
        while (next > ' ' && word.length() < LONGEST) {
            word.append((char) next);
            next = in.read();
        }
        return next == ' ' && word.length() > 0 && Character.isDigit(word.charAt(0)) ? word.toString() : null;
    }
}
