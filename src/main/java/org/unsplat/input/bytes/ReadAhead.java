package org.unsplat.input.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/**
 * Reads a stream in a thread of its own, at most {@value #MOST} blocks ahead, and looks whether the lines of each block are
 * quiet, so that the thread that takes the blocks need not.
 */
final class ReadAhead {

    private static final int MOST = 16;

    private final BlockingQueue<Block> read = new ArrayBlockingQueue<>(MOST);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(MOST);
    private final Thread thread;
    private Block current = Block.EMPTY;

    /** The number of bytes of the current block that were taken. */
    private int taken;

    /** @param isPacked whether the stream decompresses what it reads */
    ReadAhead(InputStream stream, boolean isPacked, QuietLines.Finder finder, ThreadFactory threads) {
        for (var count = 0; count < MOST; count++) {
            free.add(new Block(Block.SIZE));
        }
        this.thread = threads.newThread(() -> read(stream, isPacked, finder));
        thread.start();
    }

    private void read(InputStream stream, boolean isPacked, QuietLines.Finder finder) {
        try {
            for (var isLast = false; !isLast; ) {
                var block = free.take();
                block.read(stream, isPacked);
                block.find(finder);
                isLast = block.isLast();
                read.put(block);
            }
        } catch (InterruptedException e) {
            // Nobody wants more
            Thread.currentThread().interrupt();
        }
    }

    /** The number of bytes that can be taken without waiting, or fewer. */
    int atHand() {
        return current.length() - taken + (read.isEmpty() ? 0 : Block.SIZE);
    }

    /**
     * As {@link InputStream#read(byte[], int, int)}.
     *
     * @throws IOException as the stream does, which may also throw unchecked exceptions and linkage errors
     */
    int take(byte[] bytes, int at, int most) throws IOException {
        if (taken == current.length() && !current.isLast()) {
            next();
        }
        if (taken == current.length()) {
            return current.end();
        }
        var count = Math.min(most, current.length() - taken);
        current.copy(taken, bytes, at, count);
        taken += count;
        return count;
    }

    private void next() throws IOException {
        try {
            if (current != Block.EMPTY) {
                free.put(current);
            }
            current = read.take();
            taken = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * The quiet lines in the bytes that were taken last.
     *
     * @param at the index of the first of them
     * @param count their number
     * @return null if it is not known that all whole lines in them are quiet
     */
    QuietLines quietLines(int at, int count) {
        return count == current.length() ? current.quietLines(at) : null;
    }

    /** Stops reading. */
    void close() {
        thread.interrupt();
    }
}
