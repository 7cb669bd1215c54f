package org.unsplat.input.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads all members of a .gz file, such as {@code cat a.gz b.gz} makes (RFC 1952). GZIPInputStream treats a
 * damaged later member as the end of the input and silently drops it.
 */
final class GzipMembers extends InputStream {

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;

    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final InputStream in;
    private final byte[] packed = new byte[1 << 13];
    private int at;
    private int end;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private boolean ended;

    GzipMembers(InputStream in) throws IOException {
        this.in = in;
        header(next());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            var count = inflate(bytes, offset, length);
            if (count > 0) {
                check.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                more();
            } else {
                throw new ZipException("it needs a dictionary");
            }
        }
        return ended ? -1 : 0;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void more() throws IOException {
        if (!fill()) {
            throw new EOFException("the file ends too early");
        }
        inflater.setInput(packed, at, end - at);
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        if (number(4) != check.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("its checksum does not match");
        }
        var first = firstOfNext();
        ended = first < 0;
        if (!ended) {
            check.reset();
            inflater.reset();
            header(first);
        }
    }

    /** The first byte after a member, -1 at the end of the input. Tapes pad the last member with zeros. */
    private int firstOfNext() throws IOException {
        while (at < end || fill()) {
            var next = next();
            if (next != 0) {
                return next;
            }
        }
        return -1;
    }

    private void header(int first) throws IOException {
        if ((first | next() << 8) != MAGIC || next() != DEFLATE) {
            throw new ZipException("the next member has no gzip header");
        }
        var flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.setInput(packed, at, end - at);
    }

    private void skipText() throws IOException {
        int last;
        do {
            last = next();
        } while (last != 0);
    }

    private void skip(int count) throws IOException {
        for (var left = count; left > 0; left--) {
            next();
        }
    }

    /** The next bytes as a little-endian number. */
    private long number(int bytes) throws IOException {
        var number = 0L;
        for (var shift = 0; shift < 8 * bytes; shift += 8) {
            number |= (long) next() << shift;
        }
        return number;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException("the file ends too early");
        }
        return packed[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(packed));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
