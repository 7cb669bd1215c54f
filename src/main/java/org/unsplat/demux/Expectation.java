package org.unsplat.demux;

import org.unsplat.classify.TypedLine;

/**
 * How soon a report expects a line.
 *
 * @param line the line with the type that the report reads it as
 * @param distance 0 if expected as the next line, more if expected later
 * @param piece the index of the piece that the line opens, -1 if it belongs to the current piece
 */
record Expectation(OpenReport report, TypedLine line, int distance, int piece) {

    /** The distance, or more, of a line whose piece should have come before the current one. */
    static final int OUT_OF_ORDER = 100;
}
