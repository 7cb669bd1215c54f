package org.unsplat.grammar.text;

import java.util.ArrayList;
import java.util.List;

/** The canonical text of a report while it is written, line by line, without prefixes. */
public final class KernelText {

    private final List<String> lines = new ArrayList<>();

    public KernelText line(String text) {
        lines.add(text);
        return this;
    }

    public KernelText line(int indent, String text) {
        return line(" ".repeat(indent) + text);
    }

    public KernelText blank() {
        return line("");
    }

    public KernelText ruler(String character, int length) {
        return line(character.repeat(length));
    }

    public List<String> lines() {
        return lines;
    }
}
