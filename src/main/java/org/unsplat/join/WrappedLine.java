package org.unsplat.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.classify.Classifier;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** The parts of a line so far, and the line that each number of parts makes. */
final class WrappedLine {

    /** A line that is not whole with this many parts is given up. */
    private static final int MAX_PARTS = 8;

    /** The place of a lock, which printk may print as a record of its own. */
    private static final String PLACE = ", at:";

    private final Classifier classifier;
    private final Line first;
    private final boolean afterBlank;

    /** Element n is the line that the first n + 1 parts make; most lists have one element. */
    private List<TypedLine> lines;

    /** The index of the last of {@link #lines} that is certainly a line; 0 for none. */
    private int accepted;

    WrappedLine(Classifier classifier, TypedLine first) {
        this.classifier = classifier;
        this.first = first.line();
        this.afterBlank = first.afterBlank();
        this.lines = List.of(first);
    }

    /** The number of the first part's line. */
    int number() {
        return first.number();
    }

    String caller() {
        return first.caller();
    }

    /** Whether it is a cut line that only lines of its own caller can complete. */
    boolean mayBeParked() {
        return caller() != null && current().type() != null && !current().isWhole();
    }

    /** Whether this line is complete and the next one is a record of its own, as almost all lines of a console are. */
    boolean isWholeBefore(Line next) {
        return next.time() != null
                && !next.stripped().contains(PLACE)
                && current().isWhole();
    }

    /** Whether caller, quoting depth or time show that the line cannot be the next part. */
    boolean isRefused(Line next) {
        if (next.time() == null) {
            return next.depth() > first.depth();
        }
        return first.time() == null || !Objects.equals(first.caller(), next.caller());
    }

    /** Whether no part can follow. */
    static boolean isClosed(TypedLine line) {
        return line.isTyped()
                ? line.isWhole() && line.type().isClosed(line.text())
                : !line.reading().mayBeCut();
    }

    private TypedLine current() {
        return lines.get(lines.size() - 1);
    }

    /** Adds the line if it may be the next part; returns whether it did. */
    boolean add(TypedLine alone, LineWidths widths) {
        var next = alone.line();
        if (isRefused(next)
                || current().isWhole()
                        && next.time() != null
                        && !next.stripped().startsWith(PLACE)
                || current().text().length() + next.stripped().length() > LineJoiner.LONGEST_LINE
                || lines.size() >= MAX_PARTS && !current().isWhole()) {
            return false;
        }
        var before = current();
        var last = lastPart();
        var full = next.time() == null && widths.isFull(last);
        var isRest = full && first.time() != null && widths.isCut(last);
        var joined = join(alone, full, isRest, widths.isLongest(last));
        if (joined == null) {
            return false;
        }
        if (joined.isWhole()
                && !joined.isAmbiguous()
                && next.time() == null
                && last.blanksAfter().isEmpty()) {
            widths.learn(last, next, isSpaced(before, joined));
        }
        if (lines.size() == 1) {
            lines = new ArrayList<>(lines);
        }
        lines.add(joined);
        return true;
    }

    private Line lastPart() {
        return current().parts().get(lines.size() - 1);
    }

    /** If the line is the end of a copy that a symbolizer made of this line: the whole copy; else null. */
    Line copiedFor(Line next) {
        var line = current();
        var text = line.match() == null || isRefused(next)
                ? null
                : line.type().copyEndingWith(line.text(), next.stripped());
        return text == null ? null : next.with(text);
    }

    /** The line that the parts and the next line make; null if they cannot be parts of one line. */
    private TypedLine join(TypedLine alone, boolean full, boolean isRest, boolean isLongest) {
        var before = current();
        if (!mayEnd(before, alone)) {
            return null;
        }
        TypedLine waiting = null;
        TypedLine whole = null;
        var last = lastPart();
        var isSure = full || !last.blanksAfter().isEmpty() || JoinedTexts.isBetweenWords(before.text(), alone.text());
        for (var text : JoinedTexts.of(before, last, alone, alone.isWhole(), full, isLongest)) {
            var joined = classifier.classify(before.line().with(text));
            if (mayBeWhole(before, alone, joined)
                    && (accepts(before, alone, joined, full) || isRest && isVerbatim(before, alone, joined))) {
                var isStricter = whole != null && isStrict(joined) && !isStrict(whole);
                var isOther = whole != null
                        && joined.isWhole()
                        && isStrict(joined) == isStrict(whole)
                        && isSpaced(before, joined) != isSpaced(before, whole);
                whole = whole == null || isStricter
                        ? withParts(joined, alone.line(), false)
                        : withParts(whole, alone.line(), whole.isAmbiguous() || !isSure && isOther);
            } else if (mayWait(before, alone, joined)) {
                var isOther = waiting != null && isSpaced(before, joined) != isSpaced(before, waiting);
                waiting = waiting == null
                        ? withParts(joined, alone.line(), false)
                        : withParts(waiting, alone.line(), waiting.isAmbiguous() || !isSure && isOther);
            }
        }
        accepted = whole == null ? accepted : lines.size();
        return whole == null ? waiting : whole;
    }

    /** Whether the joined line is whole, or continues a whole line with a part that its type expects. */
    private static boolean mayBeWhole(TypedLine before, TypedLine alone, TypedLine joined) {
        return joined.isWhole()
                || before.isWhole()
                        && joined.match() != null
                        && joined.type() == before.type()
                        && before.type().goesOn(before.text(), alone.text());
    }

    /** Whether the next line may be the end of this one, judged by the type that it has on its own. */
    private static boolean mayEnd(TypedLine before, TypedLine alone) {
        return alone.type() == null
                || alone.isCut() && alone.text().length() == 1
                || before.type() == null
                || before.type().endsWith(alone.type())
                || !before.isWhole() && !alone.type().isDistinctive(alone.text());
    }

    private static boolean accepts(TypedLine before, TypedLine alone, TypedLine joined, boolean full) {
        if (before.type() == null) {
            return alone.type() == null
                    || joined.type().endsWith(alone.type()) && (!alone.isWhole() || full || isSpaced(before, joined));
        }
        if (joined.type() != before.type()) {
            return before.type().mayBecome(joined.type());
        }
        return !before.isWhole()
                || before.type().goesOn(before.text(), alone.text())
                || full && isStrict(joined) && !alone.isWhole() && !isSpaced(before, joined);
    }

    /** Whether the two texts were joined as they are, and make a line of the type that the first one has. */
    private static boolean isVerbatim(TypedLine before, TypedLine alone, TypedLine joined) {
        return joined.type() == before.type()
                && !alone.isWhole()
                && joined.text().length()
                        == before.text().length() + alone.text().length();
    }

    private static boolean isStrict(TypedLine line) {
        return line.type().isStrict(line.text());
    }

    private static boolean isSpaced(TypedLine before, TypedLine joined) {
        return joined.text().startsWith(before.text() + ' ');
    }

    /** Whether the joined line, which is not whole, may become whole with more parts. */
    private boolean mayWait(TypedLine before, TypedLine alone, TypedLine joined) {
        if (before.isWhole() || alone.isWhole() || before.type() != null && joined.type() != before.type()) {
            return false;
        }
        return joined.match() != null
                ? alone.type() == null || alone.isCut() || before.match() == null
                : joined.type() != null
                        || before.type() != null && joined.reading().mayBeCut();
    }

    private TypedLine withParts(TypedLine joined, Line next, boolean isAmbiguous) {
        var all = new ArrayList<>(current().parts());
        all.add(next);
        return new TypedLine(
                joined.line(),
                List.copyOf(all),
                joined.reading(),
                afterBlank,
                isAmbiguous || current().isAmbiguous());
    }

    /** The line of the largest number of parts that make a whole line; else the first part alone. */
    TypedLine best() {
        return lines.get(bestIndex());
    }

    private int bestIndex() {
        if (accepted > 0) {
            return accepted;
        }
        for (var i = 1; i < lines.size(); i++) {
            if (lines.get(i).match() != null && lines.get(0).match() == null) {
                return i;
            }
        }
        return 0;
    }

    List<Line> parts() {
        return current().parts();
    }

    /** The parts that do not belong to {@link #best}. */
    List<Line> rest() {
        return current().parts().subList(bestIndex() + 1, lines.size());
    }
}
