package org.unsplat.input.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The bytes of an archive member. It fails if they are out of proportion to the bytes read from the archive, because a few
 * kilobytes can unpack to terabytes. Closing it leaves the archive open for the next member.
 */
public final class MemberStream extends FilterInputStream {

    /** The number of bytes that are unpacked in any case, a gigabyte. */
    static final long ALWAYS = 1L << 30;

    /** The largest ratio. Logs shrink to a tenth or a fiftieth, zeros to a thousandth. */
    static final long MOST = 500;

    private final LongSupplier packed;
    private final long packedBefore;
    private long unpacked;

    /** @param packed returns the number of bytes read from the archive so far */
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

    /** @throws UnpackingRefused if the member is out of proportion */
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
        // The archive is closed by its owner
    }
}
