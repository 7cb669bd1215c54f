package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;

/** The canonical text of a report as it grows, line by line, without prefixes. */
public final class KernelText {

    private final List<String> lines = new ArrayList<>();

    /** Adds a line. */
    public KernelText line(String text) {
        lines.add(text);
        return this;
    }

    /** Adds a line with blanks in front. */
    public KernelText line(int indent, String text) {
        return line(" ".repeat(indent) + text);
    }

    /** Adds an empty line. */
    public KernelText blank() {
        return line("");
    }

    /** Adds a ruler of that character. */
    public KernelText ruler(String character, int length) {
        return line(character.repeat(length));
    }

    public List<String> lines() {
        return lines;
    }
}
