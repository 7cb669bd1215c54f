package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * A piece of a report's text, described once, in both directions: the types of its lines, what they say, and how the
 * kernel prints it.
 *
 * <p>A piece begins with a line of an {@link #opening} type and goes on with lines of the {@link #following} types; one
 * that {@link #repeats} takes a line of an opening type, too. What stands between belongs to somebody else. No piece may
 * need or forbid an empty line.
 */
public abstract class Piece {

    private final String name;
    private final List<LineType<?>> opening;
    private final List<LineType<?>> following;

    /**
     * @param name what it is, for the problem that says that it is missing
     * @param opening the types of which one begins the piece
     * @param following the types of its other lines. Those that count only directly after certain lines
     *     ({@link org.unsplat.classify.ContextType}) are tried in this order on lines that have no type.
     */
    protected Piece(String name, List<LineType<?>> opening, List<LineType<?>> following) {
        this.name = name;
        this.opening = opening;
        this.following = following;
    }

    /** A piece of one line, or of several of one type. */
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

    /** Whether a line of that type may be the very next one of the piece, of which the last line is known. */
    public boolean isNext(TypedLine last, TypedLine next) {
        return true;
    }

    /** Whether a line of that type belongs to the piece at all, after its last line. */
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return true;
    }

    /** Whether no line of the report comes after this one, if no piece comes after this piece. */
    public boolean endsPiece(TypedLine line) {
        return false;
    }

    /** Whether no line of the report comes after this one, whatever pieces there are. */
    public boolean endsReport(TypedLine line) {
        return false;
    }

    /** Whether its frames are those of the task that printed the report, after which little comes. */
    public boolean isTrace() {
        return false;
    }

    /** Whether a report may have the piece more than once. */
    public boolean repeats() {
        return false;
    }

    /** Reads the piece's lines into the builder; those that say nothing it understands go to the unparsed ones. */
    public abstract void read(Cursor lines, ReportBuilder builder);

    /** Whether what was read of it holds what it always holds. */
    public boolean isIn(ReportBuilder builder) {
        return true;
    }

    /** Whether the kernel that the report is of does not print the piece always. */
    public boolean isOptional(ReportBuilder builder) {
        return false;
    }

    /** Writes the piece as the kernel prints it, nothing where the report has none. */
    public abstract void write(Report report, KernelText out);
}
