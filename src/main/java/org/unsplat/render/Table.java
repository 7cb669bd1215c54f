package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under each other. Columns that find no room any more go to a line of their own below the row. */
final class Table {

    private static final String GAP = "  ";
    private final List<List<Phrase>> rows = new ArrayList<>();

    void row(Phrase... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(int indent, Page page) {
        var widths = widths();
        int fitting = fitting(widths, page.width() - indent);
        int below = widths.isEmpty() ? 0 : indent + widths.get(0) + GAP.length();
        for (var row : rows) {
            page.line(indent, line(row, widths, Math.min(fitting, row.size())));
            var rest = new Phrase();
            for (var cell : row.subList(Math.min(fitting, row.size()), row.size())) {
                rest.add(rest.isEmpty() || cell.isEmpty() ? "" : GAP).add(cell);
            }
            if (!rest.isEmpty()) {
                page.wrapped(below, rest);
            }
        }
    }

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).width();
                if (column == widths.size()) {
                    widths.add(width);
                }
                widths.set(column, Math.max(widths.get(column), width));
            }
        }
        return widths;
    }

    /** How many columns stand side by side; two always do. */
    private static int fitting(List<Integer> widths, int room) {
        int used = 0;
        for (int column = 0; column < widths.size(); column++) {
            used += widths.get(column) + (column == 0 ? 0 : GAP.length());
            if (used > room && column >= 2) {
                return column;
            }
        }
        return widths.size();
    }

    private static Phrase line(List<Phrase> row, List<Integer> widths, int columns) {
        var line = new Phrase();
        for (int column = 0, start = 0; column < columns; column++) {
            line.pad(start).add(row.get(column));
            start += widths.get(column) + GAP.length();
        }
        return line;
    }
}
