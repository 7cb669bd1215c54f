package org.unsplat.render.html;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Race;

/**
 * Draws the bytes of a value that changed, bit by bit, the highest on the left: the numbers of their first and last bits,
 * what they were, and what they are, with a mark behind each bit that flipped.
 */
final class BitsDrawing {

    /** So that a row fits on a phone. */
    private static final int BYTES_A_ROW = 4;

    private static final int BIT = 9;
    private static final int BYTE = BIT * Byte.SIZE;
    private static final int GAP = 12;
    private static final int ROW = 62;
    private static final int NUMBERS = 12;
    private static final int OLD = 30;
    private static final int NOW = 48;
    private static final int MARK = 15;

    private final BigInteger old;
    private final BigInteger now;
    private final BigInteger flipped;
    private final List<Drawing.Line> lines = new ArrayList<>();
    private final List<Drawing.Label> labels = new ArrayList<>();

    BitsDrawing(Race.ValueChange change) {
        old = number(change.old());
        now = number(change.now());
        flipped = number(change.flipped());
    }

    private static BigInteger number(String hexadecimal) {
        return new BigInteger(hexadecimal.substring(2), 16);
    }

    Drawing drawing(String words) {
        var drawn = 0;
        for (var lowest = (flipped.bitLength() - 1) / Byte.SIZE * Byte.SIZE; lowest >= 0; lowest -= Byte.SIZE) {
            if (octet(flipped, lowest) != 0) {
                draw(lowest, drawn % BYTES_A_ROW * (BYTE + GAP), drawn / BYTES_A_ROW * ROW);
                drawn++;
            }
        }
        var columns = Math.min(drawn, BYTES_A_ROW);
        var rows = (drawn + BYTES_A_ROW - 1) / BYTES_A_ROW;
        return new Drawing(
                words + ", of the bytes that changed", columns * (BYTE + GAP), rows * ROW, List.of(), lines, labels);
    }

    private static int octet(BigInteger value, int lowest) {
        return value.shiftRight(lowest).intValue() & 0xff;
    }

    private void draw(int lowest, int x, int y) {
        var path = new StringBuilder();
        for (var bit = 0; bit < Byte.SIZE; bit++) {
            if (flipped.testBit(lowest + bit)) {
                var left = x + (Byte.SIZE - 1 - bit) * BIT;
                path.append(
                        "M" + left + " " + (y + OLD - 12) + "h" + BIT + "v" + (NOW - OLD + MARK) + "h-" + BIT + "z");
            }
        }
        lines.add(new Drawing.Line(path.toString(), "flip", null));
        var highest = String.valueOf(lowest + Byte.SIZE - 1);
        labels.add(label(x, y + NUMBERS, highest, "number"));
        var last = String.valueOf(lowest);
        labels.add(label(x + BYTE - width(last), y + NUMBERS, last, "number"));
        labels.add(new Drawing.Label(x, y + OLD, BYTE, digits(old, lowest), "bits", null));
        labels.add(new Drawing.Label(x, y + NOW, BYTE, digits(now, lowest), "bits", null));
    }

    private static Drawing.Label label(int x, int y, String text, String style) {
        return new Drawing.Label(x, y, width(text), text, style, null);
    }

    private static int width(String text) {
        return text.length() * 6;
    }

    private static String digits(BigInteger value, int lowest) {
        return Integer.toBinaryString(octet(value, lowest) | 0x100).substring(1);
    }
}
