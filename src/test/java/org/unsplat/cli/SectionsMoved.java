package org.unsplat.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A 64-bit ELF file of which the section headers, the symbols and their names stand far behind everything else. */
final class SectionsMoved {

    private static final int HEADER = 64;
    private static final int SYMTAB = 2;
    private static final int STRTAB = 3;

    private SectionsMoved() {}

    static void behind(Path path, long place) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            var header = read(file, 0, HEADER);
            int count = header.getShort(60);
            var sections = read(file, header.getLong(40), count * HEADER);
            long end = place;
            for (int at = 0; at < sections.limit(); at += HEADER) {
                int type = sections.getInt(at + 4);
                if (type == SYMTAB || type == STRTAB) {
                    var bytes = read(file, sections.getLong(at + 24), (int) sections.getLong(at + 32));
                    write(file, end, bytes);
                    sections.putLong(at + 24, end);
                    end += bytes.limit() + 15 & ~15L;
                }
            }
            write(file, end, sections);
            header.putLong(40, end);
            write(file, 0, header);
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long offset, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(RandomAccessFile file, long offset, ByteBuffer bytes) throws IOException {
        file.seek(offset);
        file.write(bytes.array());
    }
}
