package org.unsplat.input.console;

import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Leaves out the line that the console repeats after {@code ** replaying previous printk message **}. The mark itself stays, as
 * does {@code ** 3 printk messages dropped **}, to show what is missing.
 */
public final class ReplayedLines extends Layer {

    private static final String MARK = "** replaying previous printk message **";
    private static final int MEMORY = 64;

    /** A longer line is not a printk record. */
    private static final int LONGEST = 8192;

    private final PartialLine[] recent = new PartialLine[MEMORY];
    private int count;
    private boolean replaying;

    public ReplayedLines(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        if (line.text().startsWith(MARK)) {
            replaying = true;
        } else if (replaying && !line.text().isEmpty()) {
            replaying = false;
            if (isRepeated(line)) {
                return;
            }
        }
        if (line.time() != null && line.raw().length() < LONGEST) {
            recent[count++ & MEMORY - 1] = line;
        }
        next.take(line);
    }

    private boolean isRepeated(PartialLine line) {
        for (var before : recent) {
            if (before != null
                    && before.time().equals(line.time())
                    && before.text().stripTrailing().equals(line.text().stripTrailing())) {
                return true;
            }
        }
        return false;
    }
}
