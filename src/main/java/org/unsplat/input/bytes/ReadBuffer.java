package org.unsplat.input.bytes;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;

/**
 * The decompressed bytes of an input that are in memory: those from {@link #from} to {@link #to} are unread. It only
 * moves forward and has a fixed size.
 */
public final class ReadBuffer implements Closeable {

    static final int SIZE = 1 << 19;

    /**
     * Bytes asked of a decoder at once: on damage some decoders drop what the same call has already decoded.
     */
    private static final int DECODED = 1 << 13;

    /** A line end follows the unread bytes as a sentinel: a search for one needs no bounds check. */
    public final byte[] bytes = new byte[SIZE + Swar.SLACK];

    public int from;
    public int to;
    private final InputStream stream;
    private final boolean isPacked;
    private long base;
    private boolean ended;
    private String failure;
    private Archive archive;

    /** @param isMember whether it comes out of an archive, so that what cannot be read is damaged */
    public ReadBuffer(InputStream in, boolean isMember) throws IOException {
        bytes[0] = '\n';
        var peeked = new PushbackInputStream(in, Compression.MAGIC_LENGTH);
        var compression = Compression.NONE;
        try {
            var start = peeked.readNBytes(Compression.MAGIC_LENGTH);
            peeked.unread(start);
            compression = Compression.of(start);
        } catch (IOException | RuntimeException e) {
            if (!isMember) {
                throw e;
            }
            failure = Compression.reason(e);
            ended = true;
        }
        this.isPacked = isMember || compression != Compression.NONE;
        this.stream = decoded(compression, peeked);
    }

    private InputStream decoded(Compression compression, InputStream in) {
        try {
            return compression.decode(in);
        } catch (IOException | LinkageError e) {
            failure = Compression.reason(e);
            ended = true;
            return in;
        }
    }

    /** How many bytes of the input stand before the first unread one. */
    public long position() {
        return base + from;
    }

    /** Why a compressed input ended early, null where it did not. */
    public String failure() {
        return failure;
    }

    /** The archive that the input is, null where it is none; known once something was read. */
    public Archive archive() {
        return archive;
    }

    /** Whether there is an unread byte, read now if need be. */
    public boolean hasMore() {
        return from < to || read();
    }

    /** Reads until so many bytes are unread, or as many as there are. */
    public void fill(int wanted) {
        while (to - from < wanted && read()) {
            // Each call reads what there is
        }
    }

    /** The same, but no further than the first line end: a live log may have no more for now. */
    public void fillLine(int wanted) {
        while (to - from < wanted && Swar.lineEnd(bytes, from) == to && read()) {
            // Each call reads what there is
        }
    }

    /**
     * Reads more after the unread bytes, moving them if need be; false at the end of the input or with a full buffer.
     *
     * @throws UncheckedIOException when the input cannot be read on
     */
    public boolean read() {
        if (to == SIZE || from == to) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            base += from;
            to -= from;
            from = 0;
            bytes[to] = '\n';
        }
        if (ended || to == SIZE) {
            return false;
        }
        var count = 0;
        try {
            count = stream.read(bytes, to, isPacked ? Math.min(DECODED, SIZE - to) : SIZE - to);
        } catch (IOException | RuntimeException | LinkageError e) {
            // The decoders report damage as one of the first two, and a Java that they do not work in as the last
            if (!isPacked) {
                throw rethrown(e);
            }
            failure = Compression.reason(e);
        }
        var isStart = base == 0 && to < Archive.START;
        to += Math.max(0, count);
        archive = isStart ? Archive.of(bytes, 0, to) : archive;
        bytes[to] = '\n';
        ended = count <= 0;
        return !ended;
    }

    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof LinkageError error) {
            throw error;
        }
        return e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }

    /** All that is unread, decompressed. */
    public InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, from, to - from), stream);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
