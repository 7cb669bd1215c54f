package org.unsplat.input.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/** Reads a stream in a thread of its own, some blocks ahead of the thread that takes the bytes. */
final class ReadAhead extends InputStream {

    private static final int MOST_BLOCKS = 8;

    private final InputStream stream;
    private final QuietRuns quiet;
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final List<Block> used = new ArrayList<>();
    private final Thread thread;
    private Block current;

    /** The number of bytes of the current block that were taken. */
    private int taken;

    /** @param quiet gets the quiet runs of the bytes that are taken, by their indexes in the target */
    ReadAhead(InputStream stream, QuietRuns.Finder finder, QuietRuns quiet, ThreadFactory threads) {
        this.stream = stream;
        this.quiet = quiet;
        this.current = new Block(0);
        this.thread = threads.newThread(() -> readBlocks(finder));
        thread.start();
    }

    /** @param finder null if the stream is a decoder, which takes longer than to look at what it decodes */
    private void readBlocks(QuietRuns.Finder finder) {
        try {
            for (var count = 0; ; count++) {
                var block = count < MOST_BLOCKS ? new Block(Block.SIZE) : free.take();
                block.read(stream, finder);
                blocks.put(block);
                if (block.isLast()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Nobody wants more
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most > 0 && taken == current.length() && !current.isLast()) {
            next();
        }
        if (most > 0 && taken == current.length()) {
            return current.end();
        }
        var count = Math.min(most, current.length() - taken);
        current.copy(taken, count, target, offset, quiet);
        taken += count;
        return count;
    }

    private void next() throws IOException {
        try {
            if (current.length() > 0) {
                giveBack(current);
            }
            current = blocks.take();
            taken = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Several at once, because to wake the other thread for each costs more than to copy its bytes. */
    private void giveBack(Block block) throws InterruptedException {
        used.add(block);
        if (used.size() == MOST_BLOCKS / 2) {
            for (var each : used) {
                free.put(each);
            }
            used.clear();
        }
    }

    @Override
    public int available() {
        var next = blocks.peek();
        return current.length() - taken + (next == null ? 0 : next.length());
    }

    /** Whether the next byte, or the end, is not read yet. */
    boolean mustWait() {
        return taken == current.length() && !current.isLast() && blocks.isEmpty();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        stream.close();
    }
}
