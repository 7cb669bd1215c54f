package org.unsplat.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.unsplat.input.bytes.Compression;
import org.unsplat.input.bytes.ReadBuffer;

/**
 * Files that are not compressed: what is, {@code lkt.ko.xz}, is unpacked into a temporary file, for the tools read no
 * other. These are gone when the run ends.
 */
final class UnpackedFiles implements AutoCloseable {

    /** Debug files of a kernel have up to 2 GB. */
    static final long LARGEST = 1L << 32;

    private final Map<Path, Path> unpacked = new HashMap<>();
    private final long largest;

    UnpackedFiles() {
        this(LARGEST);
    }

    /** @param largest bytes of a file once it is unpacked */
    UnpackedFiles(long largest) {
        this.largest = largest;
    }

    /** The file, or a copy that is not compressed. */
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
        var copy = Files.createTempFile("unsplat-", ".elf");
        copy.toFile().deleteOnExit();
        try {
            unpack(file, copy);
        } catch (IOException e) {
            Files.delete(copy);
            throw e;
        }
        unpacked.put(file, copy);
        return copy;
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

    private static void write(ReadBuffer buffer, int count, OutputStream out) throws IOException {
        out.write(buffer.bytes, buffer.from, count);
        buffer.from += count;
    }

    @Override
    public void close() {
        for (var copy : unpacked.values()) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                // Java tries again when it ends
            }
        }
        unpacked.clear();
    }
}
