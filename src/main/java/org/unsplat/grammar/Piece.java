package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * A piece of a report's text, described once for both directions: the types of its lines, how they are read, and how the
 * kernel prints them.
 *
 * <p>A piece begins with a line of an {@link #opening} type and continues with lines of the {@link #following} types; a piece
 * that {@link #repeats} also accepts another line of an opening type. Other lines in between do not belong to it. No piece
 * may require or forbid an empty line.
 */
public abstract class Piece {

    private final String name;
    private final List<LineType<?>> opening;
    private final List<LineType<?>> following;

    /**
     * @param name its name in the problem that says that it is missing
     * @param opening the types of its first line
     * @param following the types of its other lines. Types that depend on the line above
     *     ({@link org.unsplat.classify.ContextType}) are tried in this order on lines without a type.
     */
    protected Piece(String name, List<LineType<?>> opening, List<LineType<?>> following) {
        this.name = name;
        this.opening = opening;
        this.following = following;
    }

    /** A piece of one line, or of several of the same type. */
    protected Piece(String name, List<LineType<?>> opening) {
        this(name, opening, List.of());
    }

    public final String name() {
        return name;
    }

    public final List<LineType<?>> opening() {
        return opening;
    }

    public final List<LineType<?>> following() {
        return following;
    }

    /** Whether {@code next}, whose type fits, can be the very next line of the piece after {@code last}. */
    public boolean isNext(TypedLine last, TypedLine next) {
        return true;
    }

    /** Whether {@code next}, whose type fits, can belong to the piece at all after {@code last}. */
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return true;
    }

    /** Whether this line is the last of the report if this piece is the last of the report. */
    public boolean endsPiece(TypedLine line) {
        return isTrace() && StackTrace.isTaskEnd(line);
    }

    /** Whether this line is the last of the report in any case. */
    public boolean endsReport(TypedLine line) {
        return false;
    }

    /** Whether it is the live trace of the task that printed the report, after which little follows. */
    public boolean isTrace() {
        return false;
    }

    /** Whether a report may have the piece more than once. */
    public boolean repeats() {
        return false;
    }

    /** Reads the lines of the piece into the builder. Lines that it cannot read are skipped, and become unparsed lines. */
    public abstract void read(Cursor lines, ReportBuilder builder);

    /** Whether the builder has the parts that this piece always prints. */
    public boolean isIn(ReportBuilder builder) {
        return true;
    }

    /** Whether the kernel that printed the report does not always print the piece. */
    public boolean isOptional(ReportBuilder builder) {
        return false;
    }

    /** Writes the piece as the kernel prints it; nothing if the report does not have it. */
    public abstract void write(Report report, KernelText out);
}
