package org.unsplat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.scan.InputLogs;
import org.unsplat.scan.Scan;

/**
 * Iterates over the reports of one input as they are found, and then tells about the input itself. Memory does not grow
 * with the size of the input. A reader must be closed, and is not thread-safe.
 * <pre>{@code
 * try (var reader = Reports.of(Path.of("console.log"), ReadOptions.defaults())) {
 *     reader.forEachRemaining(report -> System.out.println(Reports.json(report)));
 *     reader.diagnostics().forEach(diagnostic -> System.err.println(diagnostic.message()));
 *     if (reader.input().lockdepOff() != null) {
 *         System.err.println("lockdep was off from line " + reader.input().lockdepOff().line());
 *     }
 * }
 * }</pre>
 *
 * <p>If the input is a zip or tar archive, each file in it is an input of its own, named {@code logs.zip!console.log},
 * with line numbers of its own. Report ids run through all of them.
 */
public final class ReportReader implements Iterator<Report>, AutoCloseable {

    private final Source source;
    private final InputLogs logs;
    private final ReadOptions options;
    private final List<InputInfo> inputs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Source log;
    private Scan scan;
    private boolean ended;
    private int count;

    ReportReader(Source source, ReadOptions options) {
        this.source = source;
        this.logs = new InputLogs(source);
        this.options = options;
    }

    /**
     * Whether there is another report.
     *
     * @throws UncheckedIOException if the rest of the input cannot be read, for example because its compressed data is cut or
     *         damaged: after the reports before that place and, in an archive, after those of the other files
     * @throws IllegalStateException after the last report, if a defect of this program kept a report from being read
     */
    @Override
    public boolean hasNext() {
        try {
            while (!ended) {
                if (scan != null && scan.hasNext()) {
                    return true;
                }
                endLog();
                log = logs.next();
                ended = log == null;
                scan = ended ? null : new Scan(log, options.withText());
            }
        } catch (UncheckedIOException e) {
            var message = source.name() + ": cannot be read: " + e.getCause().getMessage();
            diagnostics.add(new Diagnostic("error", "unreadable-input", source.name(), null, message));
            endLog();
            ended = true;
            throw e;
        }
        for (var diagnostic : diagnostics()) {
            if (diagnostic.code().equals("internal-error")) {
                throw new IllegalStateException(diagnostic.message());
            }
            if (diagnostic.level().equals("error")) {
                throw new UncheckedIOException(new IOException(diagnostic.message()));
            }
        }
        return false;
    }

    private void endLog() {
        if (scan != null) {
            inputs.add(scan.info());
            said(scan, log).stream().filter(each -> !logs.keeps(each)).forEach(diagnostics::add);
            scan = null;
        }
    }

    private static List<Diagnostic> said(Scan scan, Source log) {
        var all = new ArrayList<>(scan.diagnostics());
        if (log.failure() != null) {
            var message = log.name() + ": " + log.failure();
            all.add(new Diagnostic("error", "damaged-input", log.name(), null, message));
        }
        return all;
    }

    /**
     * The next report; the first has the id {@code r1}.
     *
     * @throws NoSuchElementException if there is none left
     * @throws UncheckedIOException as {@link #hasNext} does
     */
    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return scan.next().numbered(++count);
    }

    /** The remaining reports; closing the stream closes the reader. The stream throws what {@link #hasNext} throws. */
    public Stream<Report> stream() {
        var reports = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(reports, false).onClose(this::close);
    }

    /**
     * The remaining reports, like {@link #stream}; but this stream ends where that one throws, and only {@link #diagnostics}
     * says why.
     */
    public Stream<Report> readable() {
        var reports =
                new Spliterators.AbstractSpliterator<Report>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Report> taker) {
                        if (!hasReadable()) {
                            return false;
                        }
                        taker.accept(next());
                        return true;
                    }
                };
        return StreamSupport.stream(reports, false).onClose(this::close);
    }

    private boolean hasReadable() {
        try {
            return hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            return false; // The diagnostics have the reason
        }
    }

    /**
     * What was read of the input so far: lines, bytes, reports, and where lockdep switched itself off. For an archive it
     * describes the file of the last report, or the last file once {@link #hasNext} has returned false; {@link #inputs}
     * describes all of them.
     */
    public InputInfo input() {
        var all = inputs();
        return all.isEmpty() ? new InputInfo(source.name(), 0, 0, 0, null) : all.get(all.size() - 1);
    }

    /** What was read so far: one entry for each file of an archive, a single one for any other input. */
    public List<InputInfo> inputs() {
        var all = new ArrayList<>(inputs);
        if (scan != null) {
            all.add(scan.info());
        }
        return List.copyOf(all);
    }

    /**
     * What the user should know about the input beside its reports: exceeded limits, headlines that no report was read from,
     * no line of a kernel. Complete once {@link #hasNext} has returned false or has thrown.
     */
    public List<Diagnostic> diagnostics() {
        var all = new ArrayList<>(diagnostics);
        if (scan != null) {
            all.addAll(said(scan, log));
        }
        all.addAll(logs.diagnostics());
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
