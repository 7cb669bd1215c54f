package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;

/** Formats rows as lines; each column is as wide as its widest cell. */
public final class TextTable {

    private static final String CUT = "...";
    private static final int GAP = 2;

    private TextTable() {}

    public static List<String> lines(List<List<String>> rows) {
        var widths = widths(rows);
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] + GAP - width(row.get(i))));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    public static int width(List<List<String>> rows) {
        var sum = -GAP;
        for (int width : widths(rows)) {
            sum += width + GAP;
        }
        return sum;
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text in at most this width, cut in the middle, because beginning and end tell most. */
    public static String cutInTheMiddle(String text, int width) {
        var kept = width - CUT.length();
        return width(text) <= width ? text : part(text, 0, kept / 2) + CUT + end(text, kept - kept / 2);
    }

    /** The text in at most this width, cut at the beginning, for paths, whose end tells most. */
    public static String cutAtTheBeginning(String text, int width) {
        return width(text) <= width ? text : CUT + end(text, width - CUT.length());
    }

    private static String end(String text, int width) {
        return part(text, width(text) - width, width(text));
    }

    private static String part(String text, int from, int to) {
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }
}
