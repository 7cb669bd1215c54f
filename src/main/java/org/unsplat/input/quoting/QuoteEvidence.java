package org.unsplat.input.quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Decides over several lines whether a sign is a quote mark: it is if several nearby lines have it. Until then lines with the
 * sign are held back, with the lines between them. The decision lasts until too many lines without the sign have passed.
 */
final class QuoteEvidence {

    /** The largest number of lines without the sign between two with it; a mailer wrapped them. */
    private static final int GAP = 4;

    /** The number of lines without the sign after which the quoting is over. */
    private static final int LASTING = 8;

    /** The largest numbers of lines and of characters held back. */
    private static final int HELD = 64;

    private static final int HELD_LENGTH = 1 << 20;

    private final int needed;
    private final UnaryOperator<PartialLine> strip;
    private final UnaryOperator<PartialLine> unproven;
    private final Layer next;
    private final List<PartialLine> held = new ArrayList<>();
    private int heldLength;
    private int candidates;
    private boolean spoken;
    private int gap;
    private boolean accepted;

    /**
     * @param needed the number of lines with the sign that make it a quote mark
     * @param strip removes the mark from a line; returns a line without it unchanged
     * @param unproven treats the lines held back if the sign is no quote mark
     */
    QuoteEvidence(int needed, UnaryOperator<PartialLine> strip, UnaryOperator<PartialLine> unproven, Layer next) {
        this.needed = needed;
        this.strip = strip;
        this.unproven = unproven;
        this.next = next;
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /**
     * Handles a line with the sign.
     *
     * @param bare whether nothing follows the sign; such lines alone prove nothing
     */
    void candidate(PartialLine line, boolean bare) {
        gap = 0;
        if (accepted) {
            next.take(strip.apply(line));
            return;
        }
        candidates++;
        spoken |= !bare;
        accepted = spoken && candidates >= needed;
        hold(line);
        if (accepted) {
            release(strip);
        }
    }

    /** Handles a line with the sign that neither proves nor disproves anything. */
    void undecided(PartialLine line) {
        gap = 0;
        hold(line);
    }

    /** Handles a line without the sign. */
    void other(PartialLine line) {
        fade();
        if (held.isEmpty()) {
            next.take(line);
            return;
        }
        hold(line);
        if (gap > GAP) {
            flush();
        }
    }

    private void hold(PartialLine line) {
        held.add(line);
        heldLength += line.text().length();
        if (!accepted && (held.size() == HELD || heldLength > HELD_LENGTH)) {
            flush();
        }
    }

    /** Counts a line without the sign. */
    void fade() {
        gap++;
        accepted &= gap <= LASTING;
    }

    /** Passes on the lines held back, because the sign is no quote mark. */
    void flush() {
        release(unproven);
    }

    private void release(UnaryOperator<PartialLine> how) {
        var lines = List.copyOf(held);
        held.clear();
        heldLength = 0;
        candidates = 0;
        spoken = false;
        for (var line : lines) {
            next.take(how.apply(line));
        }
    }
}
