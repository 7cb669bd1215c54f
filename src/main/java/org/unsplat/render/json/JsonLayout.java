package org.unsplat.render.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Indents JSON by two blanks for each level, but keeps a frame, and a list of plain values, on one line, so that a stack is
 * readable.
 */
final class JsonLayout implements PrettyPrinter {

    private int depth;
    private int oneLine;

    /** Keeps everything up to the matching {@link #endOneLine} on the current line. */
    void beginOneLine() {
        oneLine++;
    }

    void endOneLine() {
        oneLine--;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        newLine(out);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        end(out, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        out.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        newLine(out);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        end(out, values, ']');
    }

    private void separate(JsonGenerator out) {
        out.writeRaw(oneLine > 0 ? ", " : ",");
        newLine(out);
    }

    private void end(JsonGenerator out, int members, char bracket) {
        depth--;
        if (members > 0) {
            newLine(out);
        }
        out.writeRaw(bracket);
    }

    private void newLine(JsonGenerator out) {
        if (oneLine > 0) {
            return;
        }
        out.writeRaw('\n');
        for (var i = 0; i < depth; i++) {
            out.writeRaw("  ");
        }
    }
}
