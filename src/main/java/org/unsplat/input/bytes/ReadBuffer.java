package org.unsplat.input.bytes;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadFactory;

/**
 * The part of the decompressed input that is in memory; the bytes from {@link #from} to {@link #to} are unread. It only moves
 * forward and has a fixed size.
 */
public final class ReadBuffer implements Closeable {

    static final int SIZE = 1 << 21;

    /** The largest number of bytes that are read at once, so that they are still in a near cache when they are looked at. */
    private static final int READ = Block.SIZE;

    /** The number of bytes after which reading ahead begins: for less, a thread costs more than it saves. */
    private static final int READ_BEFORE = 1 << 20;

    /** The number of bytes that stay in memory after they were read, for looking back at lines above. */
    private static final int HISTORY = 1 << 15;

    /** A line end follows the unread bytes as a sentinel, so that a search for one needs no bounds check. */
    public final byte[] bytes = new byte[SIZE + Swar.SLACK];

    public int from;
    public int to;

    /** Quiet lines among these bytes. */
    public final QuietRuns quiet = new QuietRuns();

    private final boolean isMember;
    private final boolean isPacked;
    private InputStream stream;
    private long base;
    private boolean ended;

    /** The number of bytes that the stream had after the last read; until the next one it has no fewer. */
    private int available;

    private RuntimeException unreadable;
    private String failure;
    private Archive archive;
    private QuietRuns.Finder finder;
    private ThreadFactory threads;

    /**
     * @param isMember whether it is a member of an archive, where read errors mean damage
     * @throws IOException if its start cannot be read; it is closed then
     */
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
                in.close();
                throw e;
            }
            failure = Compression.reason(e);
            ended = true;
        }
        this.isMember = isMember;
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

    /**
     * Lets another thread, made by this factory, read a long input ahead, and find quiet lines in it unless it decompresses. The
     * members of an archive share one stream.
     */
    public void readAhead(QuietRuns.Finder quietLines, ThreadFactory maker) {
        finder = isPacked ? null : quietLines;
        threads = isMember ? null : maker;
    }

    /** Whether at least so many bytes can surely be read without waiting; all of a file can. */
    public boolean hasAtHand(int wanted) {
        var unread = to - from;
        return unread >= wanted
                || unread + (stream instanceof ReadAhead ahead ? ahead.available() : (long) available) >= wanted;
    }

    /** Whether the next read may wait for more of a live log, or for the thread that reads ahead. */
    public boolean mustWait() {
        return stream instanceof ReadAhead ahead ? ahead.mustWait() : available == 0;
    }

    /** The number of bytes before the first unread one. */
    public long position() {
        return base + from;
    }

    /** Why a compressed input ended early, null if it did not. */
    public String failure() {
        return failure;
    }

    /** The archive format of the input, null if it is none. Known after the first read. */
    public Archive archive() {
        return archive;
    }

    /** Whether there is an unread byte; reads if necessary. */
    public boolean hasMore() {
        return from < to || read();
    }

    /** Whether some bytes should be passed over before more are read, because there is little room behind them. */
    public boolean isNearlyFull() {
        return to > SIZE - READ;
    }

    /** Whether no byte can be read before some are passed over. */
    public boolean isFull() {
        return to - from == SIZE;
    }

    /** Reads until {@code wanted} bytes are unread, or the input ends. */
    public void fill(int wanted) {
        while (to - from < wanted && read()) {
            // Each call reads what is available
        }
    }

    /** The same, but only up to the first line end, because a live log may have no more for now. */
    public void fillLine(int wanted) {
        while (to - from < wanted && Swar.lineEnd(bytes, from) == to && read()) {
            // Each call reads what is available
        }
    }

    /**
     * Reads more bytes after the unread ones, moving them if necessary. False at the end of the input or if the buffer is full.
     *
     * @throws UncheckedIOException if the input cannot be read further and no byte is unread
     */
    public boolean read() {
        if (unreadable != null && from == to) {
            throw unreadable;
        }
        if (to == SIZE || isNearlyFull() && from > SIZE / 2 || from == to && to > SIZE / 2) {
            makeRoom();
        }
        if (ended || to == SIZE) {
            return false;
        }
        var count = 0;
        try {
            count = readOnce();
        } catch (IOException | RuntimeException | LinkageError e) {
            // Decoders report damage as one of the first two, and a missing decoder as the last
            if (!isPacked) {
                unreadable = rethrown(e);
                ended = true;
                return from == to && read();
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

    /** Moves the unread bytes and those read last to the beginning. */
    private void makeRoom() {
        var history = to - from > SIZE / 2 ? 0 : Math.min(from, HISTORY);
        var start = from - history;
        System.arraycopy(bytes, start, bytes, 0, to - start);
        quiet.moveBack(start);
        base += start;
        to -= start;
        from = history;
        bytes[to] = '\n';
    }

    private int readOnce() throws IOException {
        if (threads != null && base + to >= READ_BEFORE) {
            stream = new ReadAhead(stream, finder, quiet, threads);
            threads = null;
        }
        var isDecoder = isPacked && !(stream instanceof ReadAhead);
        var count = stream.read(bytes, to, Math.min(isDecoder ? Block.DECODED : READ, SIZE - to));
        available = isPacked ? 0 : stream.available();
        return count;
    }

    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof LinkageError error) {
            throw error;
        }
        return e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }

    /** All unread bytes, decompressed. */
    public InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, from, to - from), stream);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
