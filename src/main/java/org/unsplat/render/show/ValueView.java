package org.unsplat.render.show;

import org.unsplat.model.Race;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/**
 * Shows the value of the memory before and after the race.
 * <pre>
 * value  0x00000003
 *     -> 0x0000000b
 *                 ^   bit 3 flipped
 * </pre>
 */
final class ValueView {

    private final Race.ValueChange change;
    private final ScreenBuffer screen;

    ValueView(Race.ValueChange change, ScreenBuffer screen) {
        this.change = change;
        this.screen = screen;
    }

    void write() {
        screen.blank();
        var width = Math.max(change.old().length(), change.now().length());
        screen.line(ScreenBuffer.MARGIN, value("value  ", change.old(), width));
        screen.line(ScreenBuffer.MARGIN, value("    -> ", change.now(), width));
        var bits = FlippedBits.of(change.flipped());
        var marks = new StyledText().pad(7).add(Style.YELLOW, marks(width));
        screen.line(ScreenBuffer.MARGIN, marks.add("  ").add(bits.equals("") ? "the same value again" : bits));
        if (change.mask() != null) {
            screen.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(
                            "only the bits of mask " + change.mask() + " count: " + change.bitsChanged() + " changed"));
        }
    }

    private StyledText value(String before, String value, int width) {
        return StyledText.of(before).add(" ".repeat(width - value.length())).add(Style.BOLD, value);
    }

    /** A caret below each digit that changed. */
    private String marks(int width) {
        var marks = new StringBuilder();
        var flipped = change.flipped();
        for (var i = 0; i < flipped.length(); i++) {
            marks.append(i < 2 || flipped.charAt(i) == '0' ? ' ' : '^');
        }
        return " ".repeat(Math.max(0, width - flipped.length())) + marks;
    }
}
