package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** Memory used by all open reports: characters plus a fixed cost per line. */
final class MemoryBudget {

    /** In characters. A report of the largest number of lines may have 300 in each. */
    static final int LIMIT = 8 << 20;

    /** The cost of a line in addition to its text. */
    private static final int LINE = 100;

    private long used;

    /** The memory used by one report. */
    final class Account {

        private long sum;
        private String raw;

        void add(TypedLine line) {
            for (var part : line.parts()) {
                add(part);
            }
        }

        private void add(Line line) {
            // The lines of one record share their raw text
            var size = LINE
                    + line.text().length()
                    + (line.raw() == raw ? 0 : line.raw().length());
            raw = line.raw();
            sum += size;
            used += size;
        }

        void clear() {
            used -= sum;
            sum = 0;
            raw = null;
        }
    }

    boolean isExceeded() {
        return used > LIMIT;
    }
}
