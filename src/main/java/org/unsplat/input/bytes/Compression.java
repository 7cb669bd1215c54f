package org.unsplat.input.bytes;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** The compression of an input, recognized by its first bytes, not by its name: {@code 1f 8b} is gzip. */
public enum Compression {
    NONE,
    GZIP(0x1f, 0x8b),
    XZ(0xfd, '7', 'z', 'X', 'Z', 0),
    ZSTD(0x28, 0xb5, 0x2f, 0xfd),
    BZIP2('B', 'Z', 'h'),
    LZ4(0x04, 0x22, 0x4d, 0x18);

    static final int MAGIC_LENGTH = 6;

    /** In KiB. An .xz file states the memory needed to decode it; more than this is refused. */
    private static final int XZ_MEMORY_LIMIT = 256 * 1024;

    private final byte[] magic;

    Compression(int... magic) {
        this.magic = new byte[magic.length];
        for (var at = 0; at < magic.length; at++) {
            this.magic[at] = (byte) magic[at];
        }
    }

    public static Compression of(byte[] start) {
        for (var each : values()) {
            if (each.magic.length > 0 && each.begins(start)) {
                return each;
            }
        }
        return NONE;
    }

    private boolean begins(byte[] start) {
        return start.length >= magic.length
                && Arrays.equals(start, 0, magic.length, magic, 0, magic.length)
                && (this != BZIP2 || isBzip2(start));
    }

    /** After the magic come the block size and the first block or the end. They are checked because text may begin with the magic. */
    private static boolean isBzip2(byte[] start) {
        return start.length == MAGIC_LENGTH
                && start[3] >= '1'
                && start[3] <= '9'
                && (start[4] == '1' && start[5] == 'A' || start[4] == 0x17 && start[5] == 'r');
    }

    InputStream decode(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GzipMembers(in);
            case XZ -> new XZInputStream(in, XZ_MEMORY_LIMIT);
            case ZSTD -> new ZstdInputStream(in);
            case BZIP2 -> CommonsDecoders.bzip2(in);
            case LZ4 -> CommonsDecoders.lz4(in);
        };
    }

    /** The decoders of a large library, in a class of their own so that other inputs do not load it. */
    private static final class CommonsDecoders {

        private CommonsDecoders() {}

        static InputStream bzip2(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }

        static InputStream lz4(InputStream in) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }
    }

    /** The damage reported by a decoder, with a remedy, in one line. */
    static String reason(Throwable e) {
        if (e instanceof LinkageError) {
            return "this Java denies what the decoder needs: unpack it first, or use another Java";
        }
        if (e instanceof MemoryLimitException limit) {
            return "unpacking takes " + limit.getMemoryNeeded() + " KiB of memory, more than " + XZ_MEMORY_LIMIT
                    + ": unpack it first with xz -d";
        }
        if (e instanceof UnpackingRefused) {
            return e.getMessage();
        }
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "compressed data is cut or damaged: " + message + ": get a whole copy of it";
    }
}
