package org.unsplat.classify;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * A line and what it is: one line of the input, or several that were joined.
 *
 * @param line with the whole text; its number is that of the first part
 * @param parts the lines of the input that it is made of
 * @param reading what its text is
 * @param afterBlank whether an empty line stands above it
 * @param isAmbiguous whether its parts make a line with a blank between them and another one without
 */
public record TypedLine(Line line, List<Line> parts, Reading reading, boolean afterBlank, boolean isAmbiguous) {

    /** A line that was not joined. */
    public static TypedLine of(Line line, Reading reading) {
        return new TypedLine(line, List.of(line), reading, false, false);
    }

    /** A line that no report takes, so that nobody asks what it is. */
    public static TypedLine unread(Line line) {
        return of(line, Reading.NONE);
    }

    /** The stripped text. */
    public String text() {
        return line.stripped();
    }

    /** Its type, null where the text has the form of no line of a report. */
    public LineType<?> type() {
        return reading.type();
    }

    /** What the type read, null where the line is cut. */
    public Object match() {
        return reading.match();
    }

    /** Whether it is a whole line of this type. */
    public boolean is(LineType<?> other) {
        return type() == other && match() != null;
    }

    /** Whether it has the form of a report's line, be it cut. */
    public boolean isTyped() {
        return type() != null;
    }

    /** Whether it has the form of a report's line, but its end is missing. */
    public boolean isCut() {
        return type() != null && match() == null;
    }

    /** Whether it has a type, and nothing looks as if its end were missing. */
    public boolean isWhole() {
        return reading.isWhole();
    }

    /** What a whole line of this type says, null for other lines. */
    @SuppressWarnings("unchecked")
    public <M> M read(LineType<M> other) {
        return type() == other ? (M) match() : null;
    }

    /** The same line as one of another type. */
    public <M> TypedLine as(LineType<M> newType, M newMatch) {
        return new TypedLine(line, parts, Reading.of(newType, text(), newMatch), afterBlank, isAmbiguous);
    }

    /** The same line as that type reads it, null where it does not. */
    public <M> TypedLine readAs(LineType<M> other) {
        var match = other.read(text());
        return match == null ? null : as(other, match);
    }

    /** The same line with an empty line above it. */
    public TypedLine belowBlank() {
        return new TypedLine(line, parts, reading, true, isAmbiguous);
    }

    /** The number of its last part. */
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

    /** Whether it is made of one line of the input. */
    public boolean isOneLine() {
        return parts.size() == 1 && line.lastNumber() == line.number();
    }

    /** The numbers of the lines of the input that it is made of. */
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
