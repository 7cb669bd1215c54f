package org.unsplat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.scan.Scan;

/**
 * The entry point: the reports of a log, a mail or a commit message.
 * <pre>{@code
 * try (Stream<Report> reports = Reports.in(Path.of("console.log"))) {
 *     reports.map(Report::title).forEach(System.out::println);
 * }
 * }</pre>
 */
public final class Reports {

    private Reports() {}

    /**
     * The reports of a file, as they are found; the stream must be closed. Over a limit, a line of a megabyte or a
     * report of 20,000 lines, the rest of that is left out, and what follows is read.
     *
     * @throws IOException if the file cannot be opened
     * @throws UncheckedIOException from the stream, if it cannot be read further, or was compressed and is cut or
     *         damaged: after the reports before that place
     */
    public static Stream<Report> in(Path file) throws IOException {
        return stream(Source.open(file, file.toString()));
    }

    /**
     * The reports of a stream, which is called {@code name} in them.
     *
     * @throws UncheckedIOException as that of a file does
     */
    public static Stream<Report> in(InputStream stream, String name) {
        return stream(Source.of(stream, name));
    }

    private static Stream<Report> stream(Source source) {
        var number = new AtomicInteger();
        Iterator<Report> whole = new Whole(new Scan(source, false), source);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(whole, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(report -> report.numbered(number.incrementAndGet()))
                .onClose(() -> close(source));
    }

    /** Throws after the last report if not all was read. */
    private record Whole(Scan scan, Source source) implements Iterator<Report> {

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

        @Override
        public Report next() {
            return scan.next();
        }
    }

    private static void close(Source source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
