package org.unsplat.cli;

/** The formats of {@code parse}. The constants are named as users write them. */
enum Format {
    json,
    jsonl,
    csv
}
