package org.unsplat.input.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The bytes of a member of an archive, as far as they are in proportion to what was read of the archive: a few kilobytes
 * can unpack to terabytes. To close it leaves the archive open, whose next member may follow.
 */
public final class MemberStream extends FilterInputStream {

    /** So many bytes are unpacked whatever they were before, a gigabyte. */
    static final long ALWAYS = 1L << 30;

    /** Logs shrink to a tenth or a fiftieth; zeros to a thousandth. */
    static final long MOST = 500;

    private final LongSupplier packed;
    private final long packedBefore;
    private long unpacked;

    /** @param packed how many bytes of the archive have been read so far */
    public MemberStream(InputStream member, LongSupplier packed) {
        super(member);
        this.packed = packed;
        this.packedBefore = packed.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    /** @throws UnpackingRefused where the member is out of proportion */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var count = in.read(bytes, from, length);
        unpacked += Math.max(0, count);
        if (unpacked > ALWAYS && unpacked / MOST > packed.getAsLong() - packedBefore) {
            throw new UnpackingRefused("it unpacks to more than " + MOST + " times its size: unpack it first");
        }
        return count;
    }

    @Override
    public void close() {
        // The archive is closed by who opened it
    }
}
