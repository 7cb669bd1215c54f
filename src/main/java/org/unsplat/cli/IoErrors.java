package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.unsplat.input.layer.Limits;

/** Explains an I/O error; Java's own message is often only the name of the file. */
final class IoErrors {

    /** The error of stdin if it was closed. */
    static final String CLOSED = "it is closed";

    /** Java's own reason follows: it cannot represent characters that the locale does not have. */
    static final String NO_NAME = "not a file name here: ";

    private IoErrors() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason().toLowerCase(Locale.ROOT);
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The remedy for an input that failed with this error. */
    static String remedy(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "check the name";
        }
        if (e instanceof AccessDeniedException) {
            return "run as a user who may read it";
        }
        if (CLOSED.equals(e.getMessage())) {
            return "give a file or a pipe";
        }
        if (Limits.TOO_LONG.equals(e.getMessage())) {
            return "split it";
        }
        if (e.getMessage() != null && e.getMessage().startsWith(NO_NAME)) {
            return "check the name, or set LC_ALL=C.UTF-8";
        }
        return "fetch the file again, or leave it out";
    }

    /** Whether the reader closed the pipe. Errors of the file system are excluded, because a file name may contain "pipe". */
    static boolean isClosedPipe(IOException e) {
        return !(e instanceof FileSystemException)
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
