package org.unsplat.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.unsplat.input.bytes.Compression;
import org.unsplat.input.bytes.ReadBuffer;

/**
 * Provides uncompressed files: a compressed one, {@code lkt.ko.xz}, is unpacked into a temporary directory, because tools read
 * no others. The directory is removed at the end of the run, or by a later run that unpacks: a lock in it shows that its run is
 * alive.
 */
final class UnpackedFiles implements AutoCloseable {

    /** In bytes; debug files of a kernel have up to 2 GB. */
    static final long LARGEST = 1L << 32;

    private static final String PREFIX = "unsplat-symbols-";
    private static final String LOCK = "lock";

    private static final Set<UnpackedFiles> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(UnpackedFiles::close)));
    }

    private final Map<Path, Path> unpacked = new HashMap<>();
    private final Path temporary;
    private final long largest;
    private Path dir;
    private FileChannel lock;

    UnpackedFiles(Path temporary) {
        this(temporary, LARGEST);
    }

    /**
     * @param temporary the directory in which the directory for the copies is created
     * @param largest the largest size of an unpacked file, in bytes
     */
    UnpackedFiles(Path temporary, long largest) {
        this.temporary = temporary;
        this.largest = largest;
    }

    /** The file, or an uncompressed copy. */
    Path of(Path file) throws IOException {
        var known = unpacked.get(file);
        if (known != null) {
            return known;
        }
        try (var start = Files.newInputStream(file)) {
            if (Compression.of(start.readNBytes(6)) == Compression.NONE) {
                return file;
            }
        }
        var copy = newCopy();
        try {
            unpack(file, copy);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
        unpacked.put(file, copy);
        return copy;
    }

    private Path newCopy() throws IOException {
        try {
            if (dir == null) {
                dir = Files.createTempDirectory(temporary, PREFIX);
                OPEN.add(this);
                lock = FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock.tryLock();
                removeLeftovers();
            }
            return Files.createTempFile(dir, "", ".elf");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private IOException unwritable(IOException e) {
        return new IOException("it is compressed, and cannot be unpacked into " + temporary + ": "
                + CandidateFiles.reason(e) + ": name another directory with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR, or"
                + " unpack it yourself");
    }

    private void unpack(Path file, Path copy) throws IOException {
        try (var buffer = new ReadBuffer(Files.newInputStream(file), false);
                var out = Files.newOutputStream(copy)) {
            long size = 0;
            while (buffer.hasMore()) {
                int count = buffer.to - buffer.from;
                size += count;
                if (size > largest) {
                    throw new IOException("unpacks to more than " + largest + " bytes: unpack it yourself");
                }
                write(buffer, count, out);
            }
            if (buffer.failure() != null) {
                throw new IOException("cannot be unpacked: " + buffer.failure());
            }
        }
    }

    private void write(ReadBuffer buffer, int count, OutputStream out) throws IOException {
        try {
            out.write(buffer.bytes, buffer.from, count);
        } catch (IOException e) {
            throw unwritable(e);
        }
        buffer.from += count;
    }

    /** Removes the directories that killed runs left behind. */
    private void removeLeftovers() throws IOException {
        try (var dirs = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var each : dirs) {
                // Other users may write there too, and their links may lead anywhere
                boolean own = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(dir));
                if (own && !each.equals(dir)) {
                    removeLeft(each);
                }
            }
        }
    }

    private static void removeLeft(Path dir) {
        try (var other = FileChannel.open(dir.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (other.tryLock() != null) {
                remove(dir);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // In use, or just being created
        }
    }

    private static void remove(Path dir) throws IOException {
        try (var files = Files.newDirectoryStream(dir, "{*.elf," + LOCK + "}")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(dir);
    }

    @Override
    public synchronized void close() {
        unpacked.clear();
        OPEN.remove(this);
        if (dir == null) {
            return;
        }
        try {
            remove(dir);
            lock.close();
        } catch (IOException e) {
            // The next run tries again
        }
        dir = null;
    }
}
