package org.unsplat.render.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the output of {@code parse} report by report: documents, compact or not, JSONL, several of either in a row, and the
 * results of {@code jq '.reports[]'}. Unknown members are skipped, because later versions may add some. Throws
 * {@link MalformedJson} for anything else.
 */
public final class JsonReader implements Iterator<Report>, Closeable {

    private final String name;
    private final InputStream stream;
    private final JsonParser parser;
    private final RecordReader records;
    private final List<InputInfo> inputs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean versioned;
    private boolean inReports;
    private boolean awaitsSummary;
    private Report next;

    /** @param name the name of the stream in messages */
    public JsonReader(InputStream stream, String name) {
        this.name = name;
        this.stream = stream;
        this.parser = new JsonFactory().createParser(ObjectReadContext.empty(), stream);
        this.records = new RecordReader(parser);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = advance();
        }
        return next != null;
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var report = next;
        next = null;
        return report;
    }

    /** The inputs read so far; all once {@link #hasNext} has returned false. */
    public List<InputInfo> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** The diagnostics read so far; all once {@link #hasNext} has returned false. */
    public List<Diagnostic> diagnostics() {
        return Collections.unmodifiableList(diagnostics);
    }

    /**
     * Whether JSONL ended without the summary, which is always its last line; valid once {@link #hasNext} has returned false.
     */
    public boolean isCut() {
        return awaitsSummary;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private Report advance() {
        try {
            Report report = null;
            while (report == null && parser.nextToken() != null) {
                report = inReports ? inList() : atMember();
            }
            return report;
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            throw malformed(RecordReader.problem(e), e);
        } catch (RecordReader.Mismatch e) {
            throw malformed(e.getMessage(), e);
        }
    }

    private Report inList() {
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            inReports = false;
            return null;
        }
        return report();
    }

    /** Handles a brace or bracket at the top level, or a member of a top-level object. */
    private Report atMember() {
        switch (parser.currentToken()) {
            case START_OBJECT, END_OBJECT -> {
                return null;
            }
            case START_ARRAY -> {
                inReports = true;
                return null;
            }
            case PROPERTY_NAME -> {
                return member(parser.currentName());
            }
            default -> throw new RecordReader.Mismatch("expected an object, found " + parser.currentToken());
        }
    }

    private Report member(String member) {
        switch (member) {
            case "type" -> {
                return typed(parser.nextStringValue());
            }
            case "schema_version" -> checkVersion(parser.nextStringValue());
            case "reports" -> beginReports();
            case "inputs" -> each(InputInfo.class, inputs);
            case "diagnostics" -> each(Diagnostic.class, diagnostics);
            case "tool", "summary" -> skipValue();
            // The first members of lines of JSONL whose members were sorted
            case "bytes" -> inputLine();
            case "code" -> diagnosticLine();
            case "by_kind" -> summaryLine();
            default -> {
                return bare(member);
            }
        }
        return null;
    }

    /** Reads a report that stands alone, possibly with sorted members. Other JSON is an error, not an empty result. */
    private Report bare(String member) {
        if (records.knows(Report.class, member)) {
            return report();
        }
        if (!versioned) {
            throw new RecordReader.Mismatch("expected schema_version, type or id, found \"" + member + "\"");
        }
        skipValue();
        return null;
    }

    private Report report() {
        var report = records.read(Report.class);
        var isRace = report.family().equals("kcsan");
        if ((isRace ? report.race() : report.lockdep()) == null) {
            throw new RecordReader.Mismatch("expected the member " + (isRace ? "race" : "lockdep") + " of a report");
        }
        return report;
    }

    private void beginReports() {
        inReports = parser.nextToken() == JsonToken.START_ARRAY;
        if (!inReports) {
            throw new RecordReader.Mismatch("expected a list of reports, found " + parser.currentToken());
        }
    }

    /** Reads the rest of a line of JSONL after its type. */
    private Report typed(String type) {
        parser.nextToken();
        switch (String.valueOf(type)) {
            case "report" -> {
                return report();
            }
            case "input" -> inputLine();
            case "diagnostic" -> diagnosticLine();
            case "summary" -> summaryLine();
            default -> skipMembers();
        }
        return null;
    }

    private void inputLine() {
        inputs.add(records.read(InputInfo.class));
        awaitsSummary = true;
    }

    private void diagnosticLine() {
        diagnostics.add(records.read(Diagnostic.class));
        awaitsSummary = true;
    }

    private void summaryLine() {
        skipMembers();
        awaitsSummary = false;
    }

    private <T> void each(Class<T> type, List<T> values) {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(records.read(type));
        }
    }

    private void skipMembers() {
        for (; parser.currentToken() != JsonToken.END_OBJECT; parser.nextToken()) {
            skipValue();
        }
    }

    private void skipValue() {
        parser.nextToken();
        parser.skipChildren();
    }

    private void checkVersion(String version) {
        if (version == null || !version.startsWith("1.")) {
            throw new RecordReader.Mismatch("expected schema_version 1.x, found " + version);
        }
        versioned = true;
    }

    private MalformedJson malformed(String problem, Exception cause) {
        var place = parser.currentLocation();
        return new MalformedJson(name, place.getLineNr(), place.getColumnNr(), problem, cause);
    }
}
