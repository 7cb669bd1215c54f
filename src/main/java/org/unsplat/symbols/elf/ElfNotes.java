package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The notes of an ELF file, among them the build id. */
final class ElfNotes {

    private static final int GNU_BUILD_ID = 3;
    private static final int LONGEST_ID = 64;
    private static final int HEADER = 12;
    /** The notes of a vmlinux have some hundred bytes. */
    private static final int MOST_BYTES = 1 << 16;

    private ElfNotes() {}

    static String buildId(ElfFile file) throws IOException {
        for (var section : file.sections()) {
            if (section.type() == ElfSection.NOTE && section.isInFile()) {
                int length = (int) Math.min(MOST_BYTES, section.size() < 0 ? MOST_BYTES : section.size());
                var id = buildId(file.read(section.offset(), length));
                if (id != null) {
                    return id;
                }
            }
        }
        return null;
    }

    private static String buildId(ByteBuffer notes) {
        for (long at = 0; at + HEADER <= notes.limit(); ) {
            long name = Integer.toUnsignedLong(notes.getInt((int) at));
            long length = Integer.toUnsignedLong(notes.getInt((int) at + 4));
            int type = notes.getInt((int) at + 8);
            long start = at + HEADER + aligned(name);
            if (start + length > notes.limit()) {
                return null;
            }
            if (type == GNU_BUILD_ID && isGnu(notes, (int) at + HEADER, name) && length > 0 && length <= LONGEST_ID) {
                return HexFormat.of().formatHex(notes.array(), (int) start, (int) (start + length));
            }
            at = start + aligned(length);
        }
        return null;
    }

    private static boolean isGnu(ByteBuffer notes, int at, long length) {
        return length == 4
                && notes.get(at) == 'G'
                && notes.get(at + 1) == 'N'
                && notes.get(at + 2) == 'U'
                && notes.get(at + 3) == 0;
    }

    private static long aligned(long length) {
        return length + 3 & ~3L;
    }
}
