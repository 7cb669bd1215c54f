package org.unsplat.input.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/** Reads from a decoder in a thread of its own, some blocks ahead of the thread that takes the bytes. */
final class ReadAhead extends InputStream {

    /**
     * The number of bytes requested from a decoder at once: at damage some decoders drop what the same call has decoded.
     */
    static final int DECODED = 1 << 13;

    private static final int BLOCK = 1 << 16;
    private static final int MOST_BLOCKS = 16;

    private final InputStream decoder;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final Thread thread;
    private Block current = new Block(new byte[0], 0, false, null);

    /** The number of bytes of the current block that were taken. */
    private int taken;

    /**
     * Bytes of the stream.
     *
     * @param isLast whether it ends or fails after them
     * @param failure what it throws then, null for nothing
     */
    private record Block(byte[] bytes, int length, boolean isLast, Throwable failure) {}

    ReadAhead(InputStream decoder, ThreadFactory threads) {
        this.decoder = decoder;
        this.thread = threads.newThread(this::readBlocks);
        thread.start();
    }

    private void readBlocks() {
        try {
            for (var isLast = false; !isLast; ) {
                var block = block();
                isLast = block.isLast();
                blocks.put(block);
            }
        } catch (InterruptedException e) {
            // Nobody wants more
            Thread.currentThread().interrupt();
        }
    }

    private Block block() {
        var bytes = new byte[BLOCK];
        var length = 0;
        try {
            while (length < BLOCK) {
                var count = decoder.read(bytes, length, Math.min(DECODED, BLOCK - length));
                if (count <= 0) {
                    return new Block(bytes, length, true, null);
                }
                length += count;
            }
            return new Block(bytes, length, false, null);
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Block(bytes, length, true, e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most > 0 && taken == current.length && !current.isLast) {
            next();
        }
        if (most > 0 && taken == current.length) {
            return end();
        }
        var count = Math.min(most, current.length - taken);
        System.arraycopy(current.bytes, taken, target, offset, count);
        taken += count;
        return count;
    }

    private void next() throws IOException {
        try {
            current = blocks.take();
            taken = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Returns -1, or throws what the decoder threw. */
    private int end() throws IOException {
        if (current.failure instanceof IOException e) {
            throw e;
        }
        if (current.failure instanceof RuntimeException e) {
            throw e;
        }
        if (current.failure instanceof LinkageError e) {
            throw e;
        }
        return -1;
    }

    @Override
    public int available() {
        return current.length - taken + (blocks.isEmpty() ? 0 : BLOCK);
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        decoder.close();
    }
}
