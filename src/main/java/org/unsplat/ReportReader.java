package org.unsplat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.scan.Scan;

/**
 * The reports of one input, as they are found, with what there is to say of the input itself. Memory does not grow with
 * the input. It must be closed, and is for one thread.
 * <pre>{@code
 * try (var reader = Reports.of(Path.of("console.log"), ReadOptions.defaults())) {
 *     reader.forEachRemaining(report -> System.out.println(Reports.json(report)));
 *     reader.diagnostics().forEach(diagnostic -> System.err.println(diagnostic.message()));
 *     if (reader.input().lockdepOff() != null) {
 *         System.err.println("lockdep was off from line " + reader.input().lockdepOff().line());
 *     }
 * }
 * }</pre>
 */
public final class ReportReader implements Iterator<Report>, AutoCloseable {

    private final Source source;
    private final Scan scan;
    private int count;

    ReportReader(Source source, ReadOptions options) {
        this.source = source;
        this.scan = new Scan(source, options.withText());
    }

    /**
     * Whether there is one more report.
     *
     * @throws UncheckedIOException if the input cannot be read further, or was compressed and is cut or damaged: after
     *         the reports before that place
     * @throws IllegalStateException after the last report, if a fault of ours kept one from being read
     */
    @Override
    public boolean hasNext() {
        if (scan.hasNext()) {
            return true;
        }
        if (source.failure() != null) {
            throw new UncheckedIOException(new IOException(source.name() + ": " + source.failure()));
        }
        if (!scan.failures().isEmpty()) {
            throw new IllegalStateException(scan.failures().get(0).message());
        }
        return false;
    }

    /**
     * The next report, {@code r1} the first.
     *
     * @throws NoSuchElementException if there is none
     */
    @Override
    public Report next() {
        return scan.next().numbered(++count);
    }

    /** All reports that are left; to close the stream closes the reader. */
    public Stream<Report> stream() {
        var reports = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(reports, false).onClose(this::close);
    }

    /** What was read of the input, so far: lines, bytes, reports, and where lockdep switched itself off. */
    public InputInfo input() {
        return scan.info();
    }

    /**
     * What the user should know of the input beside its reports: limits, headlines that were not read, or that no kernel
     * printed any of it; complete once {@link #hasNext} has said no, or has thrown.
     */
    public List<Diagnostic> diagnostics() {
        var all = new ArrayList<>(scan.diagnostics());
        if (source.failure() != null) {
            var message = source.name() + ": " + source.failure();
            all.add(new Diagnostic("error", "damaged-input", source.name(), null, message));
        }
        return List.copyOf(all);
    }

    /** @throws UncheckedIOException if the input cannot be closed */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
