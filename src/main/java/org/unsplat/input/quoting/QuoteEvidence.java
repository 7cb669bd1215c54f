package org.unsplat.input.quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Evidence over neighbouring lines: what looks like a quoting sign is one where several lines close to each other have
 * it. Until then candidates are held back with the lines between them; once the evidence is there it lasts until too
 * many lines without the sign have gone by.
 */
final class QuoteEvidence {

    /** Lines without the sign between two that have it: what a mailer wrapped. */
    private static final int GAP = 4;

    /** Lines without the sign after which the quoting is over. */
    private static final int LASTING = 8;

    /** Lines that are held back at most, and characters of them. */
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
     * @param needed how many lines with the sign make it one
     * @param strip takes the sign off a line; a line without one comes back as it is
     * @param unproven what becomes of a line where the evidence does not come
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
     * Takes a line with the sign.
     *
     * @param bare whether nothing follows the sign: bare lines alone are no evidence
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

    /** Takes a line with the sign that is evidence neither way. */
    void undecided(PartialLine line) {
        gap = 0;
        hold(line);
    }

    /** Takes a line without the sign. */
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

    /** A line without the sign has gone by. */
    void fade() {
        gap++;
        accepted &= gap <= LASTING;
    }

    /** The evidence did not come. */
    void flush() {
        release(unproven);
    }

    private void release(UnaryOperator<PartialLine> how) {
        var lines = List.copyOf(held);
        held.clear();
        heldLength = 0;
        candidates = 0;
        spoken = false;
        lines.forEach(line -> next.take(how.apply(line)));
    }
}
