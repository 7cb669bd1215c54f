package org.unsplat.grammar;

import org.unsplat.input.Line;

/** How much text all open reports hold together: few lines can be long, and short ones many. */
final class Held {

    /** Characters; of a report of as many lines as one may have, each may have 300. */
    static final int LIMIT = 8 << 20;

    /** What a line takes beside its text. */
    private static final int LINE = 100;

    private long all;

    /** What one report holds for one reason. */
    final class Share {

        private long sum;
        private String raw;

        void add(Line line) {
            // The lines of one record share the text that they came as
            var size = LINE
                    + line.text().length()
                    + (line.raw() == raw ? 0 : line.raw().length());
            raw = line.raw();
            sum += size;
            all += size;
        }

        void clear() {
            all -= sum;
            sum = 0;
            raw = null;
        }
    }

    boolean isTooMuch() {
        return all > LIMIT;
    }
}
