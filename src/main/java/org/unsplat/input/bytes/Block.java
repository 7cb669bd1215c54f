package org.unsplat.input.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that were read ahead, and the quiet lines among them. */
final class Block {

    static final int SIZE = 1 << 19;

    /**
     * The number of bytes requested from a decoder at once: at damage some decoders drop what the same call has decoded.
     */
    static final int DECODED = 1 << 13;

    private final byte[] bytes;
    private final QuietRuns quiet = new QuietRuns();
    private int length;
    private boolean isLast;
    private Throwable failure;

    /** @param size the largest number of bytes that it can hold */
    Block(int size) {
        this.bytes = new byte[size + Swar.SLACK];
    }

    /** Reads what the stream gives without waiting; from a decoder, which hardly ever waits, as much as fits. */
    void read(InputStream stream, boolean isDecoder) {
        length = 0;
        try {
            do {
                var most = SIZE - length;
                var count = stream.read(bytes, length, isDecoder ? Math.min(DECODED, most) : most);
                isLast = count <= 0;
                length += Math.max(0, count);
            } while (!isLast && length < SIZE && (isDecoder || stream.available() > 0));
        } catch (IOException | RuntimeException | LinkageError e) {
            failure = e;
            isLast = true;
        }
    }

    /** Finds the quiet lines among the whole lines, which are between the first and the last line end. */
    void find(QuietRuns.Finder finder) {
        quiet.clear();
        bytes[length] = '\n';
        var from = Swar.lineEnd(bytes, 0) + 1;
        var to = Swar.lineStart(bytes, 0, length);
        if (from < to) {
            finder.find(bytes, from, to, quiet);
        }
    }

    int length() {
        return length;
    }

    /** Whether the stream ends or fails after these bytes. */
    boolean isLast() {
        return isLast;
    }

    /** Copies bytes to an index of others, and adds the quiet runs among them. */
    void copy(int from, int count, byte[] target, int at, QuietRuns runs) {
        System.arraycopy(bytes, from, target, at, count);
        runs.addAll(quiet, from, from + count, at - from);
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
