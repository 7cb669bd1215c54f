package org.unsplat.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Standard input, which cannot be read if the caller closed it. Whether that is so is only looked up if it is read. */
final class StandardInput extends FilterInputStream {

    private boolean isOpen;

    /** @param in the stream of the process */
    StandardInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        requireOpen();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        requireOpen();
        return super.read(bytes, from, length);
    }

    /** Leaves a descriptor that is not ours to Java, which would crash without its own files. */
    @Override
    public void close() throws IOException {
        if (isOpen) {
            super.close();
        }
    }

    private void requireOpen() throws IOException {
        if (!isOpen && isClosed()) {
            throw new IOException(IoErrors.CLOSED);
        }
        isOpen = true;
    }

    /**
     * Whether standard input was closed when Java started. Java then got its descriptor for a file of its own: the runtime image,
     * an archive of classes, or a jar.
     */
    private static boolean isClosed() {
        var descriptor = Path.of("/proc/self/fd/0");
        try {
            var file = descriptor.toRealPath();
            return file.startsWith(Path.of(System.getProperty("java.home")).toRealPath())
                    || file.toString().endsWith(".jsa")
                    || Path.of(System.getProperty("java.class.path"))
                            .toAbsolutePath()
                            .equals(file);
        } catch (IOException | InvalidPathException e) {
            // A pipe has no path there; without the directory the answer is unknown
            return Files.isDirectory(descriptor.getParent()) && !Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
