package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** Memory used by all open reports: characters plus a fixed cost per line. */
final class MemoryBudget {

    /** Characters; of a report of as many lines as one may have, each may have 300. */
    static final int LIMIT = 8 << 20;

    /** What a line takes beside its text. */
    private static final int LINE = 100;

    private long used;

    /** What one report uses. */
    final class Account {

        private long sum;
        private String raw;

        void add(TypedLine line) {
            for (var part : line.parts()) {
                add(part);
            }
        }

        private void add(Line line) {
            // The lines of one record share the text that they came as
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
