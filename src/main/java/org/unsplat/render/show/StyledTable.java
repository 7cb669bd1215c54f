package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/**
 * Writes rows of cells as columns. If they are too wide, the columns after the first few go to a line of their own below each
 * row; the last of those few is wrapped within its column, or also goes below if a word would not fit.
 */
final class StyledTable {

    private static final String GAP = "  ";
    private static final int NARROW = 24;
    private static final int BELOW = 8;
    private final List<List<StyledText>> rows = new ArrayList<>();
    private final int kept;

    /** @param kept the number of columns that stay side by side */
    StyledTable(int kept) {
        this.kept = kept;
    }

    void row(StyledText... cells) {
        rows.add(List.of(cells));
    }

    void write(int indent, ScreenBuffer screen) {
        if (rows.isEmpty()) {
            return;
        }
        var starts = starts(indent);
        var columns = rows.get(0).size();
        var beside = starts.get(columns) - GAP.length() <= screen.width() ? columns : kept;
        var last = beside - 1;
        var room = screen.width() - starts.get(last);
        var within = rows.stream()
                .allMatch(row -> row.get(last).width() <= room
                        || room >= NARROW && row.get(last).widestWord() <= room);
        var below = within ? below(starts, beside, screen.width()) : BELOW;
        for (var row : rows) {
            var line = new StyledText();
            for (var column = 0; column < last; column++) {
                line.pad(starts.get(column)).add(row.get(column));
            }
            if (within) {
                ends(line, row.get(last), starts.get(last), screen);
            } else {
                screen.line(line);
            }
            var rest = rest(row, within ? beside : last);
            if (!rest.isEmpty()) {
                screen.wrapped(below, rest);
            }
        }
    }

    private static StyledText rest(List<StyledText> row, int from) {
        var rest = new StyledText();
        for (var cell : row.subList(from, row.size())) {
            rest.add(Style.DIM, rest.isEmpty() || cell.isEmpty() ? "" : "; ").add(cell);
        }
        return rest;
    }

    /** The indentation of the lines below: under the last kept column if all fit there. */
    private int below(List<Integer> starts, int beside, int width) {
        var start = starts.get(beside - 1);
        var fits = rows.stream().allMatch(row -> start + rest(row, beside).width() <= width);
        return fits ? start : starts.get(Math.max(0, beside - 2)) + GAP.length();
    }

    private static void ends(StyledText line, StyledText cell, int start, ScreenBuffer screen) {
        line.pad(start);
        for (var piece : cell.wrap(Math.max(screen.width() - start, 1))) {
            screen.line(line.add(piece));
            line = new StyledText().pad(start);
        }
    }

    /** The position of each column, and finally of one more. */
    private List<Integer> starts(int indent) {
        var starts = new ArrayList<Integer>(List.of(indent));
        for (var column = 0; column < rows.get(0).size(); column++) {
            var width = 0;
            for (var row : rows) {
                width = Math.max(width, row.get(column).width());
            }
            starts.add(starts.get(column) + width + (width == 0 ? 0 : GAP.length()));
        }
        return starts;
    }
}
