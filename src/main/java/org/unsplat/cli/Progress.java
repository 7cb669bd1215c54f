package org.unsplat.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Tells somebody who waits at a terminal how far an input is read: after two seconds, in one line that is written over
 * and wiped at the end. Nobody else ever sees it.
 */
final class Progress extends FilterInputStream {

    private static final long PATIENCE = 2_000_000_000L;
    private static final long PAUSE = 200_000_000L;
    private static final int NAME = 40;
    private static final int EVERY = 64;
    private static final String WIPE = "\r\u001b[K";

    private final String name;
    private final long size;
    private final PrintStream err;
    private final Clock clock;
    private final BooleanSupplier turn;
    private long next;
    private long bytes;
    private int reads;
    private boolean shown;

    /** Nanoseconds of any origin. */
    interface Clock {

        long now();
    }

    /** @param turn whether to show anything: of inputs that are read at a time, only one may write on the line */
    Progress(InputStream in, String name, long size, PrintStream err, Clock clock, BooleanSupplier turn) {
        super(in);
        this.name = name;
        this.size = size;
        this.err = err;
        this.clock = clock;
        this.turn = turn;
        this.next = clock.now() + PATIENCE;
    }

    /** The stream itself where nobody waits at a terminal. */
    static InputStream of(InputStream in, String name, long size, Streams streams, Findings out) {
        return streams.terminal().err()
                ? new Progress(in, name, size, streams.err(), System::nanoTime, out::goOut)
                : in;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
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
        if (now - next < 0 || !turn.getAsBoolean()) {
            return;
        }
        next = now + PAUSE;
        shown = true;
        err.print(WIPE
                + String.format(Locale.ROOT, "%s: %d MiB", last(name), bytes >> 20)
                + (size > 0 ? " of " + (size >> 20) + ", " + Math.min(100, bytes * 100 / size) + "%" : ""));
        err.flush();
    }

    /** The end of the name, for a line must not wrap; a file may be called anything. */
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
