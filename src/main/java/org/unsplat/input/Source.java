package org.unsplat.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import org.unsplat.input.bytes.Archive;
import org.unsplat.input.bytes.LineDecoder;
import org.unsplat.input.bytes.ReadBuffer;
import org.unsplat.input.bytes.Swar;
import org.unsplat.input.console.PlainRecord;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.quiet.Prefilter;

/**
 * An open input: its raw lines, numbered and counted. Compression is detected by the first bytes, not by the name. NUL bytes
 * are dropped; the rest of a line after {@link Limits#LINE_BYTES} bytes is skipped.
 *
 * <p>A compressed input that is cut or damaged gives the lines before that place and then ends; {@link #failure} says why.
 */
public final class Source implements Closeable {

    private static final int START = 512;

    private final String name;
    private final int depth;
    private final ReadBuffer window;
    private final Prefilter prefilter;
    private byte[] held = new byte[256];
    private int heldLength;
    private boolean overlong;
    private int lines;
    private final Limits limits = new Limits();
    private final PlainRecord record = new PlainRecord();
    private boolean isRecord;
    private boolean plain;

    private Source(String name, InputStream stream, int depth) throws IOException {
        this.name = name;
        this.depth = depth;
        this.window = new ReadBuffer(stream, depth > 0);
        this.prefilter = new Prefilter(window);
    }

    /** @param name the name of the input in the output */
    public static Source open(Path path, String name) throws IOException {
        return new Source(name, Files.newInputStream(path), 0);
    }

    /** @param name the name of the input in the output */
    public static Source of(InputStream stream, String name) {
        return member(stream, name, 0);
    }

    /** @param depth the number of archives it is in */
    static Source member(InputStream stream, String name, int depth) {
        try {
            return new Source(name, stream, depth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    int depth() {
        return depth;
    }

    /**
     * Whether it is an archive that {@link ArchiveMembers} can read, and not nested too deeply. Must be called before
     * {@link #next}.
     */
    public boolean isArchive() {
        window.fillLine(Archive.START);
        return depth < ArchiveMembers.DEEPEST && (archive() == Archive.ZIP || archive() == Archive.TAR);
    }

    /** The number of bytes up to the end of the line returned last, after decompression. */
    public long bytes() {
        return window.position();
    }

    /** Whether at least so many bytes can surely be read without waiting. */
    public boolean hasAtHand(int wanted) {
        return window.hasAtHand(wanted);
    }

    /** Lets another thread, made by this factory, read a long input ahead. */
    public void readAhead(ThreadFactory threads) {
        window.readAhead(Prefilter.finder(), threads);
    }

    /** The first bytes as Latin-1, for recognizing the format. Must be called before {@link #next}. */
    public String start() {
        window.fill(START);
        return new String(
                window.bytes, window.from, Math.min(window.to - window.from, START), StandardCharsets.ISO_8859_1);
    }

    /** All bytes after decompression, for an input that is no log. Must be called instead of {@link #next}. */
    public InputStream stream() {
        return window.rest();
    }

    /** The limits that the input exceeded so far. */
    public Limits limits() {
        return limits;
    }

    /** The number of lines read so far. */
    public int lines() {
        return lines;
    }

    /** The archive format of the input, null if it is none. Known after the first line. */
    public Archive archive() {
        return window.archive();
    }

    /** Why a compressed input ended early, and after which line; null if it did not. */
    public String failure() {
        return window.failure() == null ? null : "was read up to line " + lines + ": " + window.failure();
    }

    /**
     * The next line without its line end ({@code \n}, {@code \r\n}, {@code \r\r\n}), null at the end of the input.
     *
     * @throws UncheckedIOException if the input cannot be read further
     */
    public String next() {
        heldLength = 0;
        overlong = false;
        var start = window.position();
        while (window.hasMore()) {
            var end = newline();
            if (end < 0) {
                hold(window.to);
                continue;
            }
            count(1);
            if (heldLength == 0) {
                return line(end);
            }
            plain = false;
            hold(end);
            window.from = end + 1;
            return heldLine();
        }
        if (window.position() == start) {
            return null;
        }
        count(1);
        plain = false;
        return heldLine();
    }

    /** The line returned last if it is a record that begins with a time, else null. Valid until the next line is read. */
    PlainRecord record() {
        return plain && isRecord ? record : null;
    }

    /** Whether the line returned last begins with a bracket, as console lines do, and is plain text. */
    boolean isPlain() {
        return plain;
    }

    /**
     * Skips quiet lines of a console log, in which no report begins.
     *
     * @param lockdepOff as for {@link Prefilter#skip}
     * @param realTime as for {@link Prefilter#skip}
     * @param mayWait as for {@link Prefilter#skip}
     * @return whether lines were skipped
     */
    boolean skip(boolean lockdepOff, boolean realTime, boolean mayWait) {
        var passed = prefilter.skip(lockdepOff, realTime, mayWait);
        count(passed);
        return passed > 0;
    }

    /** Whether {@link #skip} must be called again before a line is read. */
    boolean isSkipping() {
        return prefilter.isSuspended();
    }

    private void count(int more) {
        lines = Limits.sum(lines, more);
    }

    private String line(int end) {
        var from = window.from;
        window.from = end + 1;
        if (plain) {
            return new String(window.bytes, from, end - from, StandardCharsets.ISO_8859_1);
        }
        prefilter.see(window.bytes, from, end);
        return LineDecoder.decode(window.bytes, from, Math.min(end, from + Limits.LINE_BYTES));
    }

    private String heldLine() {
        if (overlong) {
            limits.met("a line is longer than " + Limits.LINE_BYTES + " bytes: the rest of it was left out", lines);
        }
        prefilter.see(held, 0, heldLength);
        return LineDecoder.decode(held, 0, heldLength);
    }

    /** The index of the end of the first unread line, -1 if it is not in the buffer. */
    private int newline() {
        var at = record.end(window.bytes, window.from);
        isRecord = at >= 0;
        if (!isRecord) {
            at = Swar.plainEnd(window.bytes, window.from);
            while (window.bytes[at] == '\t') {
                at = Swar.plainEnd(window.bytes, at + 1);
            }
        }
        plain = window.bytes[at] == '\n' && window.bytes[window.from] == '[';
        at = Swar.lineEnd(window.bytes, at);
        return at < window.to ? at : -1;
    }

    /** Saves the bytes up to {@code end} as the beginning of a line. */
    private void hold(int end) {
        var from = window.from;
        var kept = Math.min(end - from, Limits.LINE_BYTES - heldLength);
        int length = heldLength + kept;
        if (length > held.length) {
            held = Arrays.copyOf(held, Math.min(Limits.LINE_BYTES, Math.max(2 * held.length, length)));
        }
        System.arraycopy(window.bytes, from, held, heldLength, kept);
        heldLength = length;
        overlong |= kept < end - from;
        window.from = end;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
