package org.unsplat.cli;

import java.util.List;

/**
 * The operands of a command that reads logs.
 *
 * @param jobs how many to read at a time
 */
record Inputs(List<String> operands, int jobs, Streams streams) {

    /** Reads all of them. */
    void read(InputReader reader, Findings out) {
        try (var turns = new Turns(out, jobs)) {
            var walk = new Walk(streams, reader, turns);
            for (var operand : operands) {
                walk.operand(operand);
            }
            turns.finish();
        }
    }
}
