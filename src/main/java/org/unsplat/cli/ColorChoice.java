package org.unsplat.cli;

/** When to use colours. The names are those that users write. */
enum ColorChoice {
    auto,
    always,
    never;

    boolean of(Terminal terminal) {
        return this == always || this == auto && terminal.colour();
    }
}
