package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.input.Line;

/**
 * A place in the lines of one piece. It moves on only over lines that were understood, or given up by {@link #skip}.
 */
public final class Cursor {

    private final List<Line> lines;
    private final List<Line> rejected = new ArrayList<>();
    private int at;

    public Cursor(List<Line> lines) {
        this.lines = lines;
    }

    public boolean atEnd() {
        return at == lines.size();
    }

    /** The current line, stripped; empty at the end. */
    public String peek() {
        return atEnd() ? "" : lines.get(at).words();
    }

    /** How many blanks the current line begins with. */
    public int indent() {
        return lines.get(at).indent();
    }

    /** The number of the current line, or that of the last one at the end. */
    public int number() {
        return lines.isEmpty() ? 0 : lines.get(Math.min(at, lines.size() - 1)).number();
    }

    /** The current line, stripped, and moves on. */
    public String next() {
        var text = peek();
        at++;
        return text;
    }

    /** Moves on if the current line begins so. */
    public boolean take(String start) {
        return takeIf(!atEnd() && peek().startsWith(start));
    }

    /** Moves on if the whole line matches; else returns null. */
    public Matcher take(Regex pattern) {
        var matcher = pattern.matcher(peek());
        return takeIf(!atEnd() && matcher.matches()) ? matcher : null;
    }

    /** Gives up the current line: it goes to the draft's unparsed ones. */
    public void skip(Draft draft) {
        draft.unparsed(lines.get(at++));
    }

    /** Gives up the current line, as {@link #skip} does; whoever made the cursor asks for it. */
    void reject() {
        rejected.add(lines.get(at++));
    }

    List<Line> rejected() {
        return rejected;
    }

    private boolean takeIf(boolean matches) {
        at += matches ? 1 : 0;
        return matches;
    }
}
