package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An archive format, recognized by its first bytes. The members of the first two are read; the others are only named. */
public enum Archive {
    ZIP("a zip archive", 0, "PK\3\4"),
    TAR("a tar archive", 257, "ustar"),
    SEVEN_ZIP("a 7z archive", 0, "7z\u00bc\u00af\u0027\u001c"),
    RAR("a rar archive", 0, "Rar!\u001a\7"),
    CPIO("a cpio archive", 0, "070701");

    /** The number of bytes of an input by which it is recognized. */
    public static final int START = 512;

    private final String words;
    private final int at;
    private final byte[] magic;

    Archive(String words, int at, String magic) {
        this.words = words;
        this.at = at;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The archive that begins at {@code from}, null if there is none. */
    static Archive of(byte[] bytes, int from, int to) {
        for (var each : values()) {
            if (each.begins(bytes, from, to)) {
                return each;
            }
        }
        return null;
    }

    private boolean begins(byte[] bytes, int from, int to) {
        return isAt(magic, bytes, from + at, to);
    }

    private static boolean isAt(byte[] text, byte[] bytes, int from, int to) {
        return from + text.length <= to && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
    }

    /** The name with its article: {@code a zip archive}. */
    public String words() {
        return words;
    }
}
