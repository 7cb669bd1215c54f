package org.unsplat;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntSupplier;
import org.unsplat.input.Source;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** The reports of one input, one after the other, as they close. */
public final class Scan implements Iterator<Report>, AutoCloseable {

    private final Source source;

    /**
     * @param numbers gives each report the number of its id, over all inputs of a run
     * @param withText whether reports carry the lines they were read from
     */
    public Scan(Source source, IntSupplier numbers, boolean withText) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public Report next() {
        throw new NoSuchElementException();
    }

    /** What was read of the input; complete once {@link #hasNext} has said no. */
    public InputInfo info() {
        return new InputInfo(source.name(), source.bytes(), source.lines(), 0, null);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
