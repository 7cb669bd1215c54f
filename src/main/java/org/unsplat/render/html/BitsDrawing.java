package org.unsplat.render.html;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Race;

/**
 * Draws the bytes of a value that changed, bit by bit, the highest on the left: the numbers of the first and last bit of each
 * byte, the old bits, and the new bits with a mark behind each bit that flipped.
 */
final class BitsDrawing {

    /** A row must fit on a phone. */
    private static final int BYTES_A_ROW = 4;

    private static final int BIT = 9;
    private static final int ROW = 62;
    private static final int NUMBERS = 12;
    private static final int OLD = 30;
    private static final int NOW = 48;
    private static final int MARK = 15;

    private final BigInteger old;
    private final BigInteger now;
    private final BigInteger flipped;

    BitsDrawing(Race.ValueChange change) {
        old = number(change.old());
        now = number(change.now());
        flipped = number(change.flipped());
    }

    private static BigInteger number(String hexadecimal) {
        return new BigInteger(hexadecimal.substring(2), 16);
    }

    Drawing drawing(String words) {
        var changed = new ArrayList<Integer>();
        for (var lowest = (flipped.bitLength() - 1) / Byte.SIZE * Byte.SIZE; lowest >= 0; lowest -= Byte.SIZE) {
            if (octet(flipped, lowest) != 0) {
                changed.add(lowest);
            }
        }
        var marks = new StringBuilder();
        var labels = new ArrayList<Drawing.Label>();
        for (var from = 0; from < changed.size(); from += BYTES_A_ROW) {
            var row = changed.subList(from, Math.min(changed.size(), from + BYTES_A_ROW));
            var top = from / BYTES_A_ROW * ROW;
            mark(row, top, marks);
            labels.add(label(row.stream().map(BitsDrawing::numbers).toList(), top + NUMBERS, "number"));
            labels.add(label(row.stream().map(lowest -> digits(old, lowest)).toList(), top + OLD, "bits"));
            labels.add(label(row.stream().map(lowest -> digits(now, lowest)).toList(), top + NOW, "bits"));
        }
        var widest = labels.stream().mapToInt(Drawing.Label::width).max().orElse(0);
        var last = labels.get(labels.size() - 1);
        return new Drawing(
                words + ", of the bytes that changed",
                widest + 2,
                last.y() + MARK,
                List.of(),
                List.of(new Drawing.Line(marks.toString(), "flip", null)),
                labels);
    }

    private static int octet(BigInteger value, int lowest) {
        return value.shiftRight(lowest).intValue() & 0xff;
    }

    private void mark(List<Integer> row, int top, StringBuilder marks) {
        for (var i = 0; i < row.size(); i++) {
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                if (flipped.testBit(row.get(i) + bit)) {
                    var left = (i * (Byte.SIZE + 1) + Byte.SIZE - 1 - bit) * BIT + 1;
                    marks.append("M" + left + " " + (top + OLD - 12) + "h" + BIT + "v" + (NOW - OLD + MARK) + "h-" + BIT
                            + "z");
                }
            }
        }
    }

    /** A label of bytes, with a gap of one digit between them. */
    private static Drawing.Label label(List<String> bytes, int y, String style) {
        var text = String.join(" ", bytes);
        return new Drawing.Label(1, y, text.length() * BIT, text, style, null);
    }

    /** The bit numbers {@code 63    56}, as wide as the bits below. */
    private static String numbers(int lowest) {
        var first = "" + (lowest + Byte.SIZE - 1);
        var last = "" + lowest;
        return first + " ".repeat(Byte.SIZE - first.length() - last.length()) + last;
    }

    private static String digits(BigInteger value, int lowest) {
        return Integer.toBinaryString(octet(value, lowest) | 0x100).substring(1);
    }
}
