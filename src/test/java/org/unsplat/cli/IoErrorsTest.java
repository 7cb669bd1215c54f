package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.Limits;

class IoErrorsTest {

    static Stream<Arguments> errors() {
        var other = "fetch the file again, or leave it out";
        return Stream.of(
                Arguments.of(new NoSuchFileException("a"), "no such file or directory", "check the name", false),
                Arguments.of(
                        new AccessDeniedException("a"), "permission denied", "run as a user who may read it", false),
                Arguments.of(new NotDirectoryException("a"), "not a directory", other, false),
                Arguments.of(new FileSystemException("pipe", null, "Is a directory"), "is a directory", other, false),
                Arguments.of(new FileSystemException("pipe"), "pipe", other, false),
                Arguments.of(new IOException("Broken pipe"), "Broken pipe", other, true),
                Arguments.of(new IOException("No space left"), "No space left", other, false),
                Arguments.of(new EOFException(), "EOFException", other, false),
                Arguments.of(new IOException(IoErrors.CLOSED), "it is closed", "give a file or a pipe", false),
                Arguments.of(new IOException(Limits.TOO_LONG), Limits.TOO_LONG, "split it", false),
                Arguments.of(
                        new IOException(IoErrors.NO_NAME + "x"),
                        "not a file name here: x",
                        "check the name, or set LC_ALL=C.UTF-8",
                        false));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void itSaysWhatIsWrongAndWhatToDo(IOException error, String words, String remedy, boolean isClosedPipe) {
        assertEquals(words, IoErrors.of(error));
        assertEquals(remedy, IoErrors.remedy(error));
        assertEquals(isClosedPipe, IoErrors.isClosedPipe(error));
    }

    @Test
    void aNameThatNoFileHasStopsNoOther() {
        var result = Cli.run("parse", "a\0b", "-");
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().contains("cannot be read: not a file name here: "), result.err());
        assertTrue(result.err().contains(": check the name, or set LC_ALL=C.UTF-8"), result.err());
        assertTrue(result.err().contains("stdin: is empty"), result.err());
        assertTrue(Cli.run("a\0b").err().contains("unknown command"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "many", ""})
    void jobsAreANumber(String jobs) {
        var result = Cli.run("parse", "--jobs=" + jobs);
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().contains("expected a number from 1 to 1000, found '" + jobs + "'"), result.err());
        for (var good : new String[] {"1", "999", "1000"}) {
            assertEquals(Exit.DONE, Cli.run("parse", "--jobs", good).status());
        }
    }
}
