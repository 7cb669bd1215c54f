package org.unsplat.cli;

/** When to use colours. The constants are named as users write them. */
enum ColorChoice {
    auto,
    always,
    never;

    boolean of(Terminal terminal) {
        return this == always || this == auto && terminal.colour();
    }
}
