package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;

/** Rows as lines, each column as wide as its widest cell. */
public final class TextTable {

    private TextTable() {}

    public static List<String> lines(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] + 2 - row.get(i).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
