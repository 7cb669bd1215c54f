package org.unsplat.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Prevents other runs from changing a file, by a lock on a file beside it. The operating system releases the lock when the
 * process ends, however it ends. The last holder deletes the lock file.
 */
final class FileLock {

    private static final String SUFFIX = ".lock" + Output.PART;
    private static final long LONGEST_WAIT = 60_000_000_000L;
    private static final long PAUSE = 20;
    private static final int LARGEST = 1 << 20;

    private final Path path;
    private final FileChannel channel;

    private FileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Runs {@code work} while no other run holds the lock; fails after waiting for a minute. */
    static <T> T hold(Path file, Supplier<T> work) {
        var lock = of(file);
        try {
            return work.get();
        } finally {
            lock.release();
        }
    }

    private static FileLock of(Path file) {
        try {
            var target = Output.behindLinks(file);
            var path = target.resolveSibling(target.getFileName() + SUFFIX);
            for (long start = System.nanoTime(); System.nanoTime() - start < LONGEST_WAIT; Thread.sleep(PAUSE)) {
                var channel = acquire(path);
                if (channel != null) {
                    return new FileLock(path, channel);
                }
            }
        } catch (IOException e) {
            throw new CommandException(file + ": cannot be locked: " + IoErrors.of(e)
                    + ": check that its directory exists and is yours to write");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(file + ": not written: interrupted while it waited for another run");
        }
        throw new CommandException(file + ": another run is writing it: run again when that is done");
    }

    private static FileChannel acquire(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null && isAt(path, channel)) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it
        }
        channel.close();
        return null;
    }

    /**
     * Whether the locked file is still the one at the path; its previous holder may have deleted it after it was opened. Sizes
     * are compared, because opening and closing the file again would release the lock.
     */
    private static boolean isAt(Path path, FileChannel channel) throws IOException {
        var size = 1 + ThreadLocalRandom.current().nextInt(LARGEST);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(path) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void release() {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            throw new CommandException(path + ": cannot be deleted: " + IoErrors.of(e) + ": delete it");
        }
    }
}
