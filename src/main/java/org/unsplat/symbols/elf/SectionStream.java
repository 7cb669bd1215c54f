package org.unsplat.symbols.elf;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

/** The bytes of a section, decompressed if it is compressed ({@code SHF_COMPRESSED}). */
final class SectionStream extends InputStream {

    private static final long COMPRESSED = 0x800;
    private static final int ZLIB = 1;
    private static final int ZSTD = 2;
    private static final int PART = 1 << 16;

    private final ElfFile file;
    private final long end;
    private long next;
    private ByteBuffer part = ByteBuffer.allocate(0);

    private SectionStream(ElfFile file, long from, long to) {
        this.file = file;
        this.next = from;
        this.end = to;
    }

    /** @throws MalformedElf if the compression is unknown */
    static InputStream of(ElfFile file, ElfSection section) throws IOException {
        long end = section.offset() + section.size();
        if ((section.flags() & COMPRESSED) == 0) {
            return new SectionStream(file, section.offset(), end);
        }
        int header = file.isWide() ? 24 : 12;
        int type = file.read(section.offset(), header).getInt(0);
        var packed = new SectionStream(file, section.offset() + header, end);
        return switch (type) {
            case ZLIB -> new InflaterInputStream(packed);
            case ZSTD -> new ZstdInputStream(packed);
            default -> throw new MalformedElf("has sections that are compressed in an unknown way");
        };
    }

    private boolean hasMore() throws IOException {
        if (!part.hasRemaining() && next < end) {
            part = file.read(next, (int) Math.min(PART, end - next));
            next += part.remaining();
        }
        return part.hasRemaining();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? part.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, part.remaining());
        part.get(into, from, count);
        return count;
    }
}
