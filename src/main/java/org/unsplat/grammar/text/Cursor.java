package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;

/** A place in the lines of one piece. It moves on over lines that were understood, or given up by {@link #skip}. */
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

    /** Whether the current line is a whole one of this type. */
    public boolean isAt(LineType<?> type) {
        return at < lines.size() && lines.get(at).is(type);
    }

    /** What the current line says, which is of this type, without moving on; null where it is of another one. */
    public <M> M peek(LineType<M> type) {
        return at < lines.size() ? lines.get(at).read(type) : null;
    }

    /** What the current line says, and moves on, if it is a whole one of this type; else null. */
    public <M> M accept(LineType<M> type) {
        var match = peek(type);
        at += match == null ? 0 : 1;
        return match;
    }

    /** The current line; null at the end. */
    public TypedLine line() {
        return atEnd() ? null : lines.get(at);
    }

    /** The current line's text, stripped; empty at the end. */
    public String text() {
        return atEnd() ? "" : lines.get(at).text();
    }

    /** How many blanks the current line begins with. */
    public int indent() {
        return lines.get(at).line().indent();
    }

    /** The number of the current line, or that of the last one at the end. */
    public int number() {
        return lines.isEmpty()
                ? 0
                : lines.get(Math.min(at, lines.size() - 1)).line().number();
    }

    /** The current line's text, stripped, and moves on. */
    public String next() {
        var text = text();
        at++;
        return text;
    }

    /** Gives up the current line: it goes to the report's unparsed ones. */
    public void skip() {
        skipped.add(lines.get(at++));
    }

    /** The lines that were given up. */
    public List<TypedLine> skipped() {
        return List.copyOf(skipped);
    }
}
