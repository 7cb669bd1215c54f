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

    /**
     * Reads what the stream gives without waiting, and finds the quiet lines in it. What goes wrong is thrown by {@link #end}.
     *
     * @param finder null if the stream is a decoder, of which as much is read as fits, because it hardly ever waits
     */
    void read(InputStream stream, QuietRuns.Finder finder) {
        length = 0;
        quiet.clear();
        try {
            fill(stream, finder == null);
            if (finder != null) {
                find(finder);
            }
        } catch (Throwable e) {
            // Also an error: the thread that takes the bytes would wait for this one for ever
            failure = e;
            isLast = true;
        }
    }

    private void fill(InputStream stream, boolean isDecoder) throws IOException {
        do {
            var most = SIZE - length;
            var count = stream.read(bytes, length, isDecoder ? Math.min(DECODED, most) : most);
            isLast = count <= 0;
            length += Math.max(0, count);
        } while (!isLast && length < SIZE && (isDecoder || stream.available() > 0));
    }

    /** Finds the quiet lines among the whole lines, which are between the first and the last line end. */
    private void find(QuietRuns.Finder finder) {
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
        if (failure instanceof Error e) {
            throw e;
        }
        return -1;
    }
}
