package org.unsplat.input.console;

import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * After {@code ** replaying previous printk message **} the console repeats a line that it has printed before; it is
 * left out. The mark itself stays, and so does {@code ** 3 printk messages dropped **}: what is missing should show.
 */
public final class ReplayedLines implements Layer {

    private static final String MARK = "** replaying previous printk message **";
    private static final int MEMORY = 64;

    /** A longer line is no printk record. */
    private static final int LONGEST = 8192;

    private final Layer next;
    private final PartialLine[] recent = new PartialLine[MEMORY];
    private int count;
    private boolean replaying;

    public ReplayedLines(Layer next) {
        this.next = next;
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

    @Override
    public void end() {
        next.end();
    }
}
