package org.unsplat.render.html;

import org.unsplat.model.Race;
import org.unsplat.render.show.FlippedBits;

/**
 * What the memory held before and after.
 *
 * @param words {@code bit 3 flipped}
 * @param mask what of the value counts, in words; empty where all of it does
 * @param bits the bytes that changed, null where none did
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
