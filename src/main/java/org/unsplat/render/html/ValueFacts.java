package org.unsplat.render.html;

import org.unsplat.model.Race;
import org.unsplat.render.show.FlippedBits;

/**
 * The value of the memory before and after the race.
 *
 * @param words {@code bit 3 flipped}
 * @param mask a phrase about the bits that matter; empty if all do
 * @param bits the bytes that changed, null if none did
 */
record ValueFacts(String old, String now, String flipped, String words, String mask, Drawing bits) {

    static ValueFacts of(Race.ValueChange change) {
        var words = FlippedBits.of(change.flipped());
        return new ValueFacts(
                change.old(),
                change.now(),
                change.flipped(),
                words.isEmpty() ? "the same value again" : words,
                change.mask() == null
                        ? ""
                        : "only the bits of mask " + change.mask() + " count: " + change.bitsChanged() + " changed",
                words.isEmpty() ? null : new BitsDrawing(change).drawing(words));
    }
}
