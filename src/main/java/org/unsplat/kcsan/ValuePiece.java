package org.unsplat.kcsan;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Race;
import org.unsplat.model.Report;

/**
 * The value of the memory before and after the race, 5.14 and later ({@code print_report}).
 * <pre>
 * value changed: 0xffff88810006c20d -&gt; 0x0000000000c00000
 *  bits changed: 0x0000000f with mask 0x000000ff
 * </pre>
 * There are two digits for each byte of the access, so leading zeros matter.
 */
final class ValuePiece extends Piece {

    static final LineType<Matcher> VALUE =
            LineType.of("value change", "value changed: (0x[0-9a-f]+) -> (0x[0-9a-f]+)", "value changed: ");
    static final LineType<Matcher> BITS =
            LineType.of("change of bits", "bits changed: (0x[0-9a-f]+) with mask (0x[0-9a-f]+)", "bits changed: ");

    ValuePiece() {
        super("value change", List.of(VALUE), List.of(BITS));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var value = lines.accept(VALUE);
        if (value == null) {
            return;
        }
        var bits = lines.accept(BITS);
        builder.valueChanged = new Race.ValueChange(
                value.group(1),
                value.group(2),
                flipped(value.group(1), value.group(2)),
                bits == null ? null : bits.group(1),
                bits == null ? null : bits.group(2));
    }

    private static String flipped(String old, String now) {
        var bits = new BigInteger(old.substring(2), 16)
                .xor(new BigInteger(now.substring(2), 16))
                .toString(16);
        return "0x" + "0".repeat(Math.max(0, Math.max(old.length(), now.length()) - 2 - bits.length())) + bits;
    }

    @Override
    public void write(Report report, KernelText out) {
        var change = report.race().valueChanged();
        if (change == null) {
            return;
        }
        out.blank().line("value changed: " + change.old() + " -> " + change.now());
        if (change.mask() != null) {
            out.line(" bits changed: " + change.bitsChanged() + " with mask " + change.mask());
        }
    }
}
