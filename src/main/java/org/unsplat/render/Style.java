package org.unsplat.render;

/** How a piece of text looks on a terminal; the eight old colours alone, which every palette makes readable. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    YELLOW("33"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
