package org.unsplat.demux;

import java.util.Objects;
import java.util.function.Predicate;
import org.unsplat.input.Line;

/**
 * Detects lines that were printed twice, by two consoles into one log for example. It begins where a headline is doubled and
 * lasts as long as every line is, because a stack alone may contain one frame twice.
 */
final class DoubledLines {

    private final Predicate<String> isHead;
    private Line last;
    private boolean isDoubling;

    /** @param isHead whether a text is a headline */
    DoubledLines(Predicate<String> isHead) {
        this.isHead = isHead;
    }

    /** Whether the line only repeats the previous one. */
    boolean isRepeat(Line line) {
        if (last != null && isSame(line) && (isDoubling || isHead.test(line.stripped()))) {
            last = null;
            isDoubling = true;
            return true;
        }
        isDoubling &= last == null;
        last = line;
        return false;
    }

    /** Notes an empty line, which separates lines but never the two of a pair. */
    void passBlank() {
        isDoubling &= last == null;
        last = null;
    }

    private boolean isSame(Line line) {
        return last.stripped().equals(line.stripped())
                && last.depth() == line.depth()
                && Objects.equals(last.time(), line.time())
                && Objects.equals(last.caller(), line.caller());
    }
}
