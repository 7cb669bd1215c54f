package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;

/** A position in the lines of one piece. It advances when a line is read or given up by {@link #skip}. */
public final class Cursor {

    private final List<TypedLine> lines;
    private final List<TypedLine> skipped = new ArrayList<>();
    private int at;

    public Cursor(List<TypedLine> lines) {
        this.lines = lines;
    }

    public boolean atEnd() {
        return at == lines.size();
    }

    /** Whether the current line is a whole line of this type. */
    public boolean isAt(LineType<?> type) {
        return at < lines.size() && lines.get(at).is(type);
    }

    /** The content of the current line if it is a whole line of this type, without advancing; else null. */
    public <M> M peek(LineType<M> type) {
        return at < lines.size() ? lines.get(at).read(type) : null;
    }

    /** The content of the current line if it is a whole line of this type, and then advances; else null. */
    public <M> M accept(LineType<M> type) {
        var match = peek(type);
        at += match == null ? 0 : 1;
        return match;
    }

    /** The current line; null at the end. */
    public TypedLine line() {
        return atEnd() ? null : lines.get(at);
    }

    /** The stripped text of the current line; empty at the end. */
    public String text() {
        return atEnd() ? "" : lines.get(at).text();
    }

    /** The number of blanks before the text of the current line. */
    public int indent() {
        return lines.get(at).line().indent();
    }

    /** The number of the current line; at the end, that of the last line. */
    public int number() {
        return lines.isEmpty()
                ? 0
                : lines.get(Math.min(at, lines.size() - 1)).line().number();
    }

    /** The stripped text of the current line; advances. */
    public String next() {
        var text = text();
        at++;
        return text;
    }

    /** Gives up the current line, which becomes an unparsed line of the report; advances. */
    public void skip() {
        skipped.add(lines.get(at++));
    }

    /** The lines that were given up. */
    public List<TypedLine> skipped() {
        return List.copyOf(skipped);
    }
}
