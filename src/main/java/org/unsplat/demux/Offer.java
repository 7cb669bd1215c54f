package org.unsplat.demux;

import org.unsplat.classify.TypedLine;

/**
 * How soon a report expects a line.
 *
 * @param line of the type that the report takes it for
 * @param distance 0 for the very next line, more for later ones
 * @param piece that it opens, -1 where it belongs to the current one
 */
record Offer(OpenReport report, TypedLine line, int distance, int piece) {

    /** From here on: the line is of a piece that should have come before. */
    static final int OUT_OF_ORDER = 100;
}
