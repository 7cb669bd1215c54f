package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file of up to 1 TiB, mapped and not read, because a vmlinux has some hundred MB of which little is needed. A
 * buffer holds at most 2 GiB, so larger files take several.
 */
final class MappedFile {

    private static final int WINDOW_BITS = 30;
    private static final long WINDOW = 1L << WINDOW_BITS;
    private static final long LARGEST = 1L << 40;

    private final Path path;
    private final long size;
    private final ByteBuffer[] windows;

    MappedFile(Path path) throws IOException {
        this.path = path;
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            size = channel.size();
        }
        if (size > LARGEST) {
            throw new MalformedElf("is larger than 1 TiB");
        }
        windows = new ByteBuffer[(int) ((size + WINDOW - 1) / WINDOW)];
    }

    /** Wraps bytes in memory, less than 1 GiB. */
    MappedFile(byte[] bytes) {
        path = null;
        size = bytes.length;
        windows = new ByteBuffer[] {ByteBuffer.wrap(bytes)};
    }

    long size() {
        return size;
    }

    /**
     * Copies {@code length} bytes.
     *
     * @throws MalformedElf if the file is too short
     */
    ByteBuffer read(long offset, int length, ByteOrder order) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new MalformedElf("ends before what its header promises: get a whole copy of it");
        }
        var bytes = new byte[length];
        try {
            for (int done = 0; done < length; ) {
                long from = offset + done;
                int within = (int) (from & (WINDOW - 1));
                int count = (int) Math.min(length - done, WINDOW - within);
                window((int) (from >> WINDOW_BITS)).get(within, bytes, done, count);
                done += count;
            }
        } catch (InternalError e) {
            // Java reports SIGBUS like this: the file became shorter after it was mapped
            throw new MalformedElf("became shorter while it was read");
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    private ByteBuffer window(int number) throws IOException {
        if (windows[number] == null) {
            long start = number * WINDOW;
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                if (channel.size() < size) {
                    throw new MalformedElf("became shorter while it was read");
                }
                windows[number] = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW, size - start));
            }
        }
        return windows[number];
    }
}
