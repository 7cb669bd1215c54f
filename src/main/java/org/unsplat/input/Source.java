package org.unsplat.input;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An input, opened: its raw lines, numbered. */
public final class Source implements Closeable {

    private final String name;
    private final BufferedReader reader;
    private long bytes;
    private int lines;

    private Source(String name, InputStream stream) {
        this.name = name;
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** @param name what the input is called in the output */
    public static Source open(Path path, String name) throws IOException {
        return new Source(name, Files.newInputStream(path));
    }

    /** @param name what the input is called in the output */
    public static Source of(InputStream stream, String name) {
        return new Source(name, stream);
    }

    public String name() {
        return name;
    }

    /** Bytes read so far, after decompression. */
    public long bytes() {
        return bytes;
    }

    /** Lines read so far. */
    public int lines() {
        return lines;
    }

    /** The next line without its line end, null at the end of the input. */
    public String next() {
        try {
            var line = reader.readLine();
            if (line != null) {
                lines++;
                bytes += line.length() + 1;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
