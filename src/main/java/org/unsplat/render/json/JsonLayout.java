package org.unsplat.render.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * JSON for people: two blanks a level, but a frame and a list of plain values stay on one line, so that a stack
 * reads like a stack.
 */
final class JsonLayout implements PrettyPrinter {

    private int depth;
    private int oneLine;

    /** Whatever begins before the matching {@link #endOneLine} stays on the present line. */
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
