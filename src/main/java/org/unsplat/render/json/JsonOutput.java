package org.unsplat.render.json;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.json.UTF8JsonGenerator;
import tools.jackson.core.util.BufferRecycler;

/** Wraps Jackson's generator; null and {@code ""} are not written. */
public final class JsonOutput {

    private static final long MICROS = 1_000_000;

    private final JsonGenerator out;
    private final JsonLayout layout;

    private JsonOutput(OutputStream stream, JsonLayout layout) {
        this.out = generator(stream, layout);
        this.layout = layout;
    }

    /**
     * Creates a generator directly, because Jackson's factory would load all its parsers first. The constructor is internal to
     * Jackson and may change.
     */
    private static JsonGenerator generator(OutputStream stream, JsonLayout layout) {
        var context = new IOContext(
                StreamReadConstraints.defaults(),
                StreamWriteConstraints.defaults(),
                ErrorReportConfiguration.defaults(),
                new BufferRecycler(),
                ContentReference.unknown(),
                false,
                JsonEncoding.UTF8);
        return new UTF8JsonGenerator(
                ObjectWriteContext.empty(),
                context,
                StreamWriteFeature.collectDefaults(),
                JsonWriteFeature.collectDefaults(),
                stream,
                null,
                null,
                layout,
                0,
                '"');
    }

    public static JsonOutput indented(OutputStream stream) {
        return new JsonOutput(stream, new JsonLayout());
    }

    public static JsonOutput compact(OutputStream stream) {
        return new JsonOutput(stream, null);
    }

    public void flush() {
        out.flush();
    }

    public void endLine() {
        out.writeRaw('\n');
    }

    public void beginObject() {
        out.writeStartObject();
    }

    public void beginObject(String name) {
        out.writeName(name);
        out.writeStartObject();
    }

    public void endObject() {
        out.writeEndObject();
    }

    public void beginList() {
        out.writeStartArray();
    }

    public void beginList(String name) {
        out.writeName(name);
        out.writeStartArray();
    }

    public void endList() {
        out.writeEndArray();
    }

    /** Begins an object that stays on one line in an indented document. */
    void beginLineObject() {
        out.writeStartObject();
        beginOneLine();
    }

    void endLineObject() {
        out.writeEndObject();
        endOneLine();
    }

    private void beginLineList(String name) {
        beginList(name);
        beginOneLine();
    }

    private void endLineList() {
        endList();
        endOneLine();
    }

    private void beginOneLine() {
        if (layout != null) {
            layout.beginOneLine();
        }
    }

    private void endOneLine() {
        if (layout != null) {
            layout.endOneLine();
        }
    }

    void name(String name) {
        out.writeName(name);
    }

    /** A member name from an input, with invalid surrogates replaced as in texts. */
    static String nameOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    public void text(String name, String value) {
        if (value != null && !value.isEmpty()) {
            textEvenIfEmpty(name, value);
        }
    }

    /** Writes a text that may be empty. */
    void textEvenIfEmpty(String name, String value) {
        if (value != null) {
            out.writeName(name);
            string(value);
        }
    }

    /**
     * Writes bytes, which Jackson copies unchanged; half a surrogate pair becomes "?", where Jackson would write an escape.
     */
    private void string(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeUTF8String(bytes, 0, bytes.length);
    }

    public void number(String name, Integer value) {
        if (value != null) {
            out.writeName(name);
            out.writeNumber(value.intValue());
        }
    }

    public void number(String name, Long value) {
        if (value != null) {
            out.writeName(name);
            out.writeNumber(value.longValue());
        }
    }

    public void flag(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
    }

    void flagIfSet(String name, boolean value) {
        if (value) {
            flag(name, true);
        }
    }

    public void texts(String name, List<String> values) {
        beginLineList(name);
        for (var value : values) {
            string(value);
        }
        endLineList();
    }

    void textsIfAny(String name, List<String> values) {
        if (!values.isEmpty()) {
            texts(name, values);
        }
    }

    /** Writes a list of texts, one on each line. */
    void textLines(String name, List<String> values) {
        beginList(name);
        for (var value : values) {
            string(value);
        }
        endList();
    }

    void textLinesIfAny(String name, List<String> values) {
        if (!values.isEmpty()) {
            textLines(name, values);
        }
    }

    public void numbers(String name, List<Integer> values) {
        beginLineList(name);
        for (int value : values) {
            out.writeNumber(value);
        }
        endLineList();
    }

    /** Writes seconds as decimals with one to six digits, as precise as a console prints them. */
    void times(String name, double first, double last) {
        beginLineList(name);
        out.writeNumber(decimal(first));
        out.writeNumber(decimal(last));
        endLineList();
    }

    private static String decimal(double seconds) {
        long micros = Math.round(seconds * MICROS);
        var digits = Long.toString(MICROS + Math.floorMod(micros, MICROS));
        var end = digits.length();
        while (end > 2 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return Math.floorDiv(micros, MICROS) + "." + digits.substring(1, end);
    }
}
