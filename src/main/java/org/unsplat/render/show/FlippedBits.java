package org.unsplat.render.show;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Describes which bits of a value changed. */
public final class FlippedBits {

    private static final int RANGES = 8;

    private FlippedBits() {}

    /**
     * {@code bit 3 flipped}, or {@code 12 bits flipped} if they are in many ranges; empty if none flipped.
     *
     * @param flipped the changed bits in hexadecimal, with {@code 0x}
     */
    public static String of(String flipped) {
        var bits = new BigInteger(flipped.substring(2), 16);
        var count = bits.bitCount();
        var ranges = ranges(bits);
        if (count == 0) {
            return "";
        }
        return (count == 1 ? "bit " : ranges.size() > RANGES ? "" : "bits ")
                + (ranges.size() > RANGES ? count + " bits" : String.join(", ", ranges)) + " flipped";
    }

    private static List<String> ranges(BigInteger bits) {
        var ranges = new ArrayList<String>();
        for (var bit = 0; bit < bits.bitLength(); bit++) {
            if (bits.testBit(bit)) {
                int first = bit;
                while (bits.testBit(bit + 1)) {
                    bit++;
                }
                ranges.add(first == bit ? "" + bit : first + "-" + bit);
            }
        }
        return ranges;
    }
}
