package org.unsplat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonLines;

/**
 * The entry point: the reports of a log, a mail or a commit message, as records or as JSON.
 * <pre>{@code
 * try (Stream<Report> reports = Reports.in(Path.of("console.log"))) {
 *     reports.map(Report::title).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Two limits keep memory bounded: of a line the first megabyte is read, of a report the first 20,000 lines; the rest of it
 * is left out, and reading goes on after it. An input may be compressed, or an archive, of which each file is read. No
 * argument may be null.
 */
public final class Reports {

    private Reports() {}

    /**
     * Reads the reports of a file as they are found. The stream must be closed.
     *
     * @throws IOException if the file cannot be opened, or is a directory
     * @throws UncheckedIOException from the stream, as {@link ReportReader#hasNext} does
     */
    public static Stream<Report> in(Path file) throws IOException {
        return of(file, ReadOptions.defaults()).stream();
    }

    /**
     * Reads the reports of a stream, which the records call {@code name}. The returned stream must be closed.
     *
     * @throws UncheckedIOException if the first bytes cannot be read; later, from the returned stream, as
     *         {@link ReportReader#hasNext} does
     */
    public static Stream<Report> in(InputStream stream, String name) {
        return of(stream, name, ReadOptions.defaults()).stream();
    }

    /**
     * Opens a file.
     *
     * @throws IOException if the file cannot be opened, or is a directory
     */
    public static ReportReader of(Path file, ReadOptions options) throws IOException {
        Objects.requireNonNull(options, "options");
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory: give its files one by one");
        }
        return new ReportReader(Source.open(file, file.toString()), options);
    }

    /**
     * Wraps a stream, which the reader closes. Whatever the stream throws counts as an input that cannot be read.
     *
     * @param name the name of the input in the reports
     * @throws UncheckedIOException if the first bytes cannot be read
     */
    public static ReportReader of(InputStream stream, String name, ReadOptions options) {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
        return new ReportReader(Source.of(new GivenStream(stream), name), options);
    }

    /** Reads a text as if it were the content of a file of this name. */
    public static ReportReader of(String text, String name, ReadOptions options) {
        return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, options);
    }

    /** The report as the command line prints it: a JSON object on one line, described by {@link #schema}. */
    public static String json(Report report) {
        return JsonLines.object(Objects.requireNonNull(report, "report"));
    }

    /** The JSON Schema (draft 2020-12) of what {@code parse} writes; its {@code $defs/report} describes one report. */
    public static String schema() {
        try (var schema = Reports.class.getResourceAsStream("/org/unsplat/schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
