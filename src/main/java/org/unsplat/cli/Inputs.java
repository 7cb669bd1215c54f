package org.unsplat.cli;

import java.util.List;

/**
 * The operands of a command that reads logs.
 *
 * @param jobs how many to read at a time
 */
record Inputs(List<String> operands, int jobs, Streams streams) {

    /** Reads all of them. */
    void read(InputReader reader, InputHandler out) {
        var counted = new NothingFound(out);
        try (var ordered = new OrderedReader(counted, jobs)) {
            var walk = new InputWalker(streams, reader, ordered);
            for (var operand : operands) {
                walk.operand(operand);
            }
            ordered.finish();
        }
        counted.tell(streams);
    }
}
