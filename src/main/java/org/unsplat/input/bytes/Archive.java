package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A form in which files are packed that is not unpacked here, told by its first bytes. */
public enum Archive {
    ZIP("a zip archive", 0, "PK\3\4"),
    TAR("a tar archive", 257, "ustar"),
    BZIP2("compressed with bzip2", 0, "BZh"),
    SEVEN_ZIP("a 7z archive", 0, "7z\u00bc\u00af\u0027\u001c"),
    LZ4("compressed with lz4", 0, "\4\"M\u0018"),
    RAR("a rar archive", 0, "Rar!\u001a\7"),
    CPIO("a cpio archive", 0, "070701");

    /** What follows bzip2's magic and the digit behind it, so that a text is not taken for such data. */
    private static final String BZIP2_BLOCK = "1AY&SY";

    private final String words;
    private final int at;
    private final byte[] magic;

    Archive(String words, int at, String magic) {
        this.words = words;
        this.at = at;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The archive that begins at this place, null where none does. */
    static Archive of(byte[] bytes, int from, int to) {
        return Arrays.stream(values())
                .filter(each -> each.begins(bytes, from, to))
                .findFirst()
                .orElse(null);
    }

    private boolean begins(byte[] bytes, int from, int to) {
        return isAt(magic, bytes, from + at, to)
                && (this != BZIP2
                        || isAt(BZIP2_BLOCK.getBytes(StandardCharsets.ISO_8859_1), bytes, from + magic.length + 1, to));
    }

    private static boolean isAt(byte[] text, byte[] bytes, int from, int to) {
        return from + text.length <= to && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
    }

    /** {@code a zip archive}. */
    public String words() {
        return words;
    }
}
