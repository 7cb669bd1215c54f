package org.unsplat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * The destination of the data: stdout, or a file that appears complete or not at all, because it is written under another name
 * and renamed by {@link #commit}. Throws only {@link OutputException}.
 */
final class Output extends OutputStream {

    /** The suffix of an output in progress; such files are never inputs. */
    static final String PART = ".unsplat-part";

    private final OutputStream stream;
    private final String name;
    private final Path target;
    private final Path part;

    private Output(OutputStream stream, String name, Path target, Path part) {
        this.stream = stream;
        this.name = name;
        this.target = target;
        this.part = part;
    }

    static Output stdout(OutputStream stream) {
        return new Output(stream, "stdout", null, null);
    }

    /** The file, or stdout if it is null. */
    static Output of(Path file, Streams streams) {
        return file == null ? stdout(streams.out()) : file(file);
    }

    static Output file(Path path) {
        if (Files.isDirectory(path)) {
            throw new CommandException(path + ": is a directory: give -o the name of a file");
        }
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return new Output(Files.newOutputStream(path), path.toString(), null, null);
            }
            return beside(behindLinks(path), path.toString());
        } catch (IOException e) {
            throw new CommandException(path + ": cannot be written: " + IoErrors.of(e)
                    + ": check that its directory exists and is writable");
        }
    }

    /** The target of symbolic links, which may not exist yet, so that the file is replaced and not the link. */
    static Path behindLinks(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(path) ? behindLinks(path.resolveSibling(Files.readSymbolicLink(path))) : path;
        }
    }

    private static Output beside(Path target, String name) throws IOException {
        var part = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + PART);
        removeLeftBehind(target);
        // Registered first, because an interrupt may come at any time
        part.toFile().deleteOnExit();
        // Never readable by more users than the file it replaces
        if (isPosix(target) && Files.exists(target) && !Files.exists(part)) {
            var permissions = EnumSet.of(PosixFilePermission.OWNER_WRITE);
            permissions.addAll(Files.getPosixFilePermissions(target));
            Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
        }
        var stream = Files.newOutputStream(part);
        return new Output(stream, name, target, part);
    }

    /** Removes unfinished files that killed runs left behind. */
    private static void removeLeftBehind(Path target) throws IOException {
        var name = target.getFileName().toString();
        var directory = target.toAbsolutePath().getParent();
        try (var parts = Files.newDirectoryStream(directory, path -> isLeftBehind(path, name))) {
            for (var part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (DirectoryIteratorException | AccessDeniedException e) {
            // The directory may be written but not read
        }
    }

    private static boolean isLeftBehind(Path path, String name) {
        var file = path.getFileName().toString();
        if (!file.startsWith(name + ".") || !file.endsWith(PART)) {
            return false;
        }
        var pid = file.substring(name.length() + 1, Math.max(name.length() + 1, file.length() - PART.length()));
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /** Completes the output; a file takes its final name. */
    void commit() {
        try {
            stream.flush();
            if (part != null) {
                stream.close();
                move();
            }
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }

    private void move() throws IOException {
        if (isPosix(target) && Files.exists(target)) {
            // The umask removed some bits at creation
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void text(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    @Override
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    /** Closes the output. Without a {@link #commit} before, the file stays as it was. */
    @Override
    public void close() {
        if (part == null) {
            return;
        }
        try {
            stream.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }
}
