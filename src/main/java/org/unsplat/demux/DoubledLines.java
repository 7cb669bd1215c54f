package org.unsplat.demux;

import java.util.Objects;
import java.util.function.Predicate;
import org.unsplat.input.Line;

/**
 * Lines that a console, or two of them in one log, printed twice. A headline that comes twice in a row shows it; it goes
 * on as long as each line does, for a stack may well hold one frame twice.
 */
final class DoubledLines {

    private final Predicate<String> isHead;
    private Line last;
    private boolean isDoubling;

    /** @param isHead whether a text is a headline */
    DoubledLines(Predicate<String> isHead) {
        this.isHead = isHead;
    }

    /** Whether the line only repeats the one before it. */
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

    /** An empty line stands between two lines, never within a pair. */
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
