package org.unsplat.input.bytes;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** How an input is compressed, told by its first bytes: {@code 1f 8b} is gzip, whatever the file is called. */
public enum Compression {
    NONE,
    GZIP(0x1f, 0x8b),
    XZ(0xfd, '7', 'z', 'X', 'Z', 0),
    ZSTD(0x28, 0xb5, 0x2f, 0xfd);

    static final int MAGIC_LENGTH = 6;

    /** An .xz names the memory that it takes to decode; more than this, in KiB, is refused. */
    private static final int XZ_MEMORY_LIMIT = 256 * 1024;

    private final byte[] magic;

    Compression(int... magic) {
        this.magic = new byte[magic.length];
        for (var at = 0; at < magic.length; at++) {
            this.magic[at] = (byte) magic[at];
        }
    }

    public static Compression of(byte[] start) {
        return Arrays.stream(values())
                .filter(each -> each.magic.length > 0 && each.begins(start))
                .findFirst()
                .orElse(NONE);
    }

    private boolean begins(byte[] start) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    InputStream decode(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GzipMembers(in);
            case XZ -> new XZInputStream(in, XZ_MEMORY_LIMIT);
            case ZSTD -> new ZstdInputStream(in);
        };
    }

    /** What a decoder says of damage, and what to do about it, in one line. */
    static String reason(Throwable e) {
        if (e instanceof LinkageError) {
            return "this Java denies what the decoder needs: unpack it first, or use another Java";
        }
        if (e instanceof MemoryLimitException limit) {
            return "unpacking takes " + limit.getMemoryNeeded() + " KiB of memory, more than " + XZ_MEMORY_LIMIT
                    + ": unpack it first with xz -d";
        }
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "compressed data is cut or damaged: " + message + ": get a whole copy of it";
    }
}
