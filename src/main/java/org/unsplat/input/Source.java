package org.unsplat.input;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An input, opened: its raw lines, numbered and counted. A compressed input is told by its first bytes, whatever its
 * name; NUL bytes are dropped; a line longer than {@link #LINE_LIMIT} bytes is cut there and its rest skipped.
 *
 * <p>A compressed input that is cut or damaged gives its lines up to that place, then ends, and
 * {@link #failure} says why.
 */
public final class Source implements Closeable {

    /** Bytes of a line that are kept, 1 MiB. */
    public static final int LINE_LIMIT = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private static final int START = 512;

    private final String name;
    private final InputStream stream;
    private final boolean compressed;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private byte[] held = new byte[256];
    private int heldLength;
    private long bytes;
    private int lines;
    private boolean ended;
    private String failure;

    private Source(String name, InputStream stream) throws IOException {
        this.name = name;
        var peeked = new PeekedStream(stream);
        var compression = Compression.of(peeked.peek(Compression.MAGIC_LENGTH));
        this.compressed = compression != Compression.NONE;
        this.stream = decoded(compression, peeked);
    }

    private InputStream decoded(Compression compression, InputStream in) {
        try {
            return compression.decode(in);
        } catch (IOException e) {
            failure = Compression.reason(e);
            ended = true;
            return in;
        }
    }

    /** @param name what the input is called in the output */
    public static Source open(Path path, String name) throws IOException {
        return opened(Files.newInputStream(path), name);
    }

    /** @param name what the input is called in the output */
    public static Source of(InputStream stream, String name) {
        try {
            return opened(stream, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source opened(InputStream stream, String name) throws IOException {
        try {
            return new Source(name, stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    public String name() {
        return name;
    }

    /** Bytes read so far, after decompression, up to the end of the last line given. */
    public long bytes() {
        return bytes;
    }

    /** The first bytes, to tell what the input is; to be called before {@link #next}. */
    public String start() {
        if (from == to && !fill()) {
            return "";
        }
        for (var more = 1; more > 0 && to - from < START; to += more) {
            more = read(to);
        }
        return new String(buffer, from, Math.min(to - from, START), StandardCharsets.ISO_8859_1);
    }

    /** All bytes, decompressed, for an input that is no log; to be called in place of {@link #next}. */
    public InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, from, to - from), stream);
    }

    /** Lines read so far. */
    public int lines() {
        return lines;
    }

    /** Why a compressed input ended early, null where it did not. */
    public String failure() {
        return failure;
    }

    /**
     * The next line without its line end ({@code \n}, {@code \r\n}, {@code \r\r\n}), null at the end of the input.
     *
     * @throws UncheckedIOException when the input cannot be read on
     */
    public String next() {
        heldLength = 0;
        var start = bytes;
        while (from < to || fill()) {
            var end = newline();
            if (end < 0) {
                hold(to);
                continue;
            }
            bytes += end + 1 - from;
            lines++;
            if (heldLength == 0) {
                var line = LineText.decode(buffer, from, Math.min(end, from + LINE_LIMIT));
                from = end + 1;
                return line;
            }
            bytes -= end - from;
            hold(end);
            from = end + 1;
            return LineText.decode(held, 0, heldLength);
        }
        if (bytes == start) {
            return null;
        }
        lines++;
        return LineText.decode(held, 0, heldLength);
    }

    private int newline() {
        for (var at = from; at < to; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Sets the bytes up to the given place aside as the beginning of a line. */
    private void hold(int end) {
        var kept = Math.min(end - from, LINE_LIMIT - heldLength);
        if (heldLength + kept > held.length) {
            held = Arrays.copyOf(held, Math.min(LINE_LIMIT, Math.max(2 * held.length, heldLength + kept)));
        }
        System.arraycopy(buffer, from, held, heldLength, kept);
        heldLength += kept;
        bytes += end - from;
        from = end;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        to = read(0);
        from = 0;
        ended = to == 0;
        return !ended;
    }

    /** Reads into the buffer from that place on; 0 at the end. */
    private int read(int at) {
        try {
            return Math.max(0, stream.read(buffer, at, buffer.length - at));
        } catch (IOException | RuntimeException e) {
            // The decoders report damage as either
            if (!compressed) {
                throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
            }
            failure = Compression.reason(e);
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
