package org.unsplat.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose next bytes can be looked at before they are read. */
final class PeekedStream extends FilterInputStream {

    private byte[] ahead = {};
    private int used;

    PeekedStream(InputStream in) {
        super(in);
    }

    /** The first bytes of the stream, fewer where it is shorter; to be called before the first read. */
    byte[] peek(int count) throws IOException {
        ahead = in.readNBytes(count);
        return ahead.clone();
    }

    @Override
    public int read() throws IOException {
        return used < ahead.length ? ahead[used++] & 0xff : in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (used == ahead.length) {
            return in.read(target, offset, length);
        }
        var count = Math.min(length, ahead.length - used);
        System.arraycopy(ahead, used, target, offset, count);
        used += count;
        return count;
    }

    /**
     * Never says 0 before the end: the JDK's gzip decoder takes 0, which pipes and sockets say at any time, for the end
     * of the file, and would leave out all members but the first.
     */
    @Override
    public int available() throws IOException {
        if (used == ahead.length && in.available() == 0) {
            ahead = in.readNBytes(1);
            used = 0;
        }
        return ahead.length - used + in.available();
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
