package org.unsplat.classify;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * A line with its type: one line of the input, or several that were joined.
 *
 * @param line has the whole text, and the number of the first part
 * @param parts the lines of the input that were joined
 * @param reading the type of the text, and what the type read
 * @param afterBlank whether an empty line is directly above
 * @param isAmbiguous whether the parts make a line both with and without a blank between them
 */
public record TypedLine(Line line, List<Line> parts, Classification reading, boolean afterBlank, boolean isAmbiguous) {

    /** A line of the input with its type. */
    public static TypedLine of(Line line, Classification reading) {
        return new TypedLine(line, List.of(line), reading, false, false);
    }

    /** A line that no report can use, so that it need not be classified. */
    public static TypedLine unread(Line line) {
        return of(line, Classification.NONE);
    }

    /** The stripped text. */
    public String text() {
        return line.stripped();
    }

    /** The type, null if the text does not look like a line of a report. */
    public LineType<?> type() {
        return reading.type();
    }

    /** What the type read, null if the line is cut. */
    public Object match() {
        return reading.match();
    }

    /** Whether it is a whole line of this type. */
    public boolean is(LineType<?> other) {
        return type() == other && match() != null;
    }

    /** Whether it looks like a line of a report, whole or cut. */
    public boolean isTyped() {
        return type() != null;
    }

    /** Whether it looks like the beginning of a line of a report. */
    public boolean isCut() {
        return type() != null && match() == null;
    }

    /** Whether it has a type, and its end is not missing. */
    public boolean isWhole() {
        return reading.isWhole();
    }

    /** What the type read, if the line is a whole line of this type; else null. */
    @SuppressWarnings("unchecked")
    public <M> M read(LineType<M> other) {
        return type() == other ? (M) match() : null;
    }

    /** The same line with another type. */
    public <M> TypedLine as(LineType<M> newType, M newMatch) {
        return new TypedLine(line, parts, Classification.of(newType, text(), newMatch), afterBlank, isAmbiguous);
    }

    /** The same line as that type reads it, null if that type does not read it. */
    public <M> TypedLine readAs(LineType<M> other) {
        var match = other.read(text());
        return match == null ? null : as(other, match);
    }

    /** The same line with an empty line directly above. */
    public TypedLine belowBlank() {
        return new TypedLine(line, parts, reading, true, isAmbiguous);
    }

    /** The number of the last line of the input that belongs to it. */
    public int lastNumber() {
        var last = line.lastNumber();
        if (parts.size() == 1) {
            return Math.max(last, parts.get(0).lastNumber());
        }
        for (var part : parts) {
            last = Math.max(last, part.lastNumber());
        }
        return last;
    }

    /** Whether it is one line of the input. */
    public boolean isOneLine() {
        return parts.size() == 1 && line.lastNumber() == line.number();
    }

    /** The numbers of all lines of the input that belong to it. */
    public List<Integer> numbers() {
        if (isOneLine()) {
            return List.of(line.number());
        }
        var numbers = new ArrayList<Integer>();
        for (var part : parts) {
            for (var number = part.number(); number <= part.lastNumber(); number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
