package org.unsplat.render;

/** The style of text on a terminal; only the eight basic colours, which are readable in every palette. */
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
