package org.unsplat.input.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that were read ahead, and what was found in them. */
final class Block {

    static final int SIZE = 1 << 16;

    /** A block with nothing in it, after which others follow. */
    static final Block EMPTY = new Block(0);

    /**
     * The number of bytes requested from a decoder at once: at damage some decoders drop what the same call has decoded.
     */
    static final int DECODED = 1 << 13;

    private final byte[] bytes;
    private int length;
    private boolean isLast;
    private Throwable failure;
    private QuietLines quiet;

    Block(int size) {
        this.bytes = new byte[size + Swar.SLACK];
    }

    /** Reads what the stream gives without waiting, at least a byte; from a decoder, which hardly ever waits, as much as fits. */
    void read(InputStream stream, boolean isPacked) {
        length = 0;
        try {
            do {
                var most = SIZE - length;
                var count = stream.read(bytes, length, isPacked ? Math.min(DECODED, most) : most);
                isLast = count <= 0;
                length += Math.max(0, count);
            } while (!isLast && length < SIZE && (isPacked || stream.available() > 0));
        } catch (IOException | RuntimeException | LinkageError e) {
            failure = e;
            isLast = true;
        }
    }

    /** Looks for lines that matter among the whole lines, between the first and the last line end. */
    void find(QuietLines.Finder finder) {
        bytes[length] = '\n';
        var from = Swar.lineEnd(bytes, 0) + 1;
        var to = Swar.lineStart(bytes, 0, length);
        var rules = from < to ? finder.rulesOfQuiet(bytes, from, to) : null;
        quiet = rules == null ? null : new QuietLines(from, to, Swar.countLines(bytes, from, to), rules);
    }

    int length() {
        return length;
    }

    /** Whether the stream ends or fails after these bytes. */
    boolean isLast() {
        return isLast;
    }

    void copy(int from, byte[] target, int at, int count) {
        System.arraycopy(bytes, from, target, at, count);
    }

    /** The quiet lines in a copy of these bytes that begins at this index; null if not all are. */
    QuietLines quietLines(int at) {
        return quiet == null ? null : quiet.movedBy(at);
    }

    /** Returns -1, or throws what the stream threw after these bytes. */
    int end() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof LinkageError e) {
            throw e;
        }
        return -1;
    }
}
