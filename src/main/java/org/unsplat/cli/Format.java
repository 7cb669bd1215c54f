package org.unsplat.cli;

/** The forms of {@code parse}. The names are those that users write. */
enum Format {
    json,
    jsonl,
    csv
}
