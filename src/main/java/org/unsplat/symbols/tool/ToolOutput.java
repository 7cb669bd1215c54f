package org.unsplat.symbols.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/** The unread lines of a process. Their number is bounded: the process blocks while there are too many. */
final class ToolOutput {

    /** Lines of answers are functions and paths. */
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
            // The process was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Waits for room and adds the line; false if nobody reads any more. */
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
     * Waits for the next line; null if there is none.
     *
     * @param nanos the time to wait
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

    /** Whether everything was printed and read. */
    synchronized boolean isAtEnd() {
        return ended && lines.isEmpty();
    }

    /** Stops reading. */
    synchronized void close() {
        closed = true;
        lines.clear();
        characters = 0;
        notifyAll();
    }
}
