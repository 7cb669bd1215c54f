package org.unsplat.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Shows on stderr how much of an input was read, if stderr is a terminal: after two seconds, on one line that is overwritten and
 * finally erased.
 */
final class Progress extends FilterInputStream {

    private static final long INITIAL_DELAY = 2_000_000_000L;
    private static final long INTERVAL = 200_000_000L;
    private static final int NAME = 40;
    private static final int EVERY = 64;
    private static final String WIPE = "\r\u001b[K";

    private final String name;
    private final long size;
    private final PrintStream err;
    private final Clock clock;
    private final BooleanSupplier isCurrent;
    private long next;
    private long bytes;
    private int reads;
    private boolean shown;

    /** {@link System#nanoTime}. */
    interface Clock {

        long now();
    }

    /** @param isCurrent whether to show progress: of the inputs read in parallel only one may write the line */
    Progress(InputStream in, String name, long size, PrintStream err, Clock clock, BooleanSupplier isCurrent) {
        super(in);
        this.name = name;
        this.size = size;
        this.err = err;
        this.clock = clock;
        this.isCurrent = isCurrent;
        this.next = clock.now() + INITIAL_DELAY;
    }

    /** Wraps the stream if stderr is a terminal. */
    static InputStream of(InputStream in, String name, long size, Streams streams, InputHandler out) {
        return streams.terminal().err()
                ? new Progress(in, name, size, streams.err(), System::nanoTime, out::isCurrent)
                : in;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        var read = super.read(buffer, from, length);
        return count(read, read);
    }

    private int count(int result, int read) {
        if (result < 0) {
            wipe();
            return result;
        }
        bytes += read;
        if (read > EVERY || ++reads % EVERY == 0) {
            show(clock.now());
        }
        return result;
    }

    private void show(long now) {
        if (now - next < 0 || !isCurrent.getAsBoolean()) {
            return;
        }
        next = now + INTERVAL;
        shown = true;
        err.print(WIPE
                + String.format(Locale.ROOT, "%s: %d MiB", last(name), bytes >> 20)
                + (size > 0 ? " of " + (size >> 20) + ", " + Math.min(100, bytes * 100 / size) + "%" : ""));
        err.flush();
    }

    /** The end of the name without control characters, short enough that the line does not wrap. */
    private static String last(String name) {
        var safe = name.replaceAll("[^ -~]", "?");
        return safe.length() <= NAME ? safe : "..." + safe.substring(safe.length() - NAME + 3);
    }

    private void wipe() {
        if (shown) {
            err.print(WIPE);
            err.flush();
            shown = false;
        }
    }

    @Override
    public void close() throws IOException {
        wipe();
        super.close();
    }
}
