package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * A piece of a report's text, described once, in both directions: which lines are its own, what they say, and how the
 * kernel prints it. Lines are offered stripped of blanks; nobody may need or forbid an empty line.
 *
 * <p>A piece takes the line that {@link #starts} it and every line after that which {@link #continues} it; what
 * stands between and is neither belongs to somebody else.
 */
public interface Piece {

    /** What it is, for the problem that says that it is missing. */
    String name();

    /** Whether this line is the first of the piece. */
    boolean starts(String line);

    /** Whether this line goes on with the piece once that has started. */
    default boolean continues(String line) {
        return false;
    }

    /** Whether this line is the very next thing that the piece expects after its last line. */
    default boolean follows(String last, String line) {
        return continues(line);
    }

    /**
     * Whether stacks stand in it: a frame follows upon a frame, and frames may be trimmed, so that they look like words
     * of prose.
     */
    default boolean holdsStacks() {
        return false;
    }

    /** Whether nothing of the piece comes after this line, so that a report with no piece after it is over. */
    default boolean ends(String line) {
        return false;
    }

    /** Whether no report goes on after this line. */
    default boolean closes(String line) {
        return false;
    }

    /** Whether a report whose pieces come in any order may have the piece more than once. */
    default boolean repeats() {
        return false;
    }

    /** Whether the line is all there: false where a mailer may have moved its end to the next line. */
    default boolean isWhole(String line) {
        return true;
    }

    /** Reads the piece's lines into the draft; those that say nothing it understands go to the unparsed ones. */
    void read(Cursor lines, Draft draft);

    /** Whether what was read of it holds what it always holds. */
    default boolean isIn(Draft draft) {
        return true;
    }

    /** Writes the piece as the kernel prints it, nothing where the report has none. */
    void write(Report report, KernelText out);
}
