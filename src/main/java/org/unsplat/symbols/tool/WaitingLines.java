package org.unsplat.symbols.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/** The lines that a process has printed and nobody has read yet: a few, for it waits where there are many. */
final class WaitingLines {

    /** A line of an answer is a function or a path. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final int MOST_CHARACTERS = 1 << 18;

    private final Queue<String> lines = new ArrayDeque<>();
    private int characters;
    private boolean ended;
    private boolean closed;

    /** Reads a stream to its end, or until {@link #close}. */
    void read(InputStream from) {
        try (var in = from) {
            var line = new byte[LONGEST_LINE];
            int length = 0;
            var buffer = new byte[1 << 13];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    if (buffer[at] == '\n' || length == LONGEST_LINE) {
                        if (!put(new String(line, 0, length, StandardCharsets.UTF_8))) {
                            return;
                        }
                        length = 0;
                    }
                    if (buffer[at] != '\n') {
                        line[length++] = buffer[at];
                    }
                }
            }
        } catch (IOException e) {
            // It was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Waits until there is room; false where nobody will read any more. */
    private synchronized boolean put(String line) throws InterruptedException {
        while (characters > MOST_CHARACTERS && !closed) {
            wait();
        }
        lines.add(line);
        characters += line.length() + 1;
        notifyAll();
        return !closed;
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * The next line, which is waited for; null where there is none.
     *
     * @param nanos how long to wait
     */
    synchronized String next(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; lines.isEmpty() && !ended && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        var line = lines.poll();
        if (line != null) {
            characters -= line.length() + 1;
            notifyAll();
        }
        return line;
    }

    /** Whether all was printed and read. */
    synchronized boolean isAtEnd() {
        return ended && lines.isEmpty();
    }

    /** Nobody will read any more. */
    synchronized void close() {
        closed = true;
        lines.clear();
        characters = 0;
        notifyAll();
    }
}
