package org.unsplat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A caller's stream that reports each failure as an {@code IOException}. Hadoop's local file system throws an error if a disk
 * fails, and clients of object stores throw runtime exceptions.
 */
final class GivenStream extends FilterInputStream {

    GivenStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return in.read(bytes, from, length);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new IOException(e);
        }
    }
}
