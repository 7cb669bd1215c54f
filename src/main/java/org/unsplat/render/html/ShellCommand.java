package org.unsplat.render.html;

import java.util.regex.Pattern;
import org.unsplat.triage.Group;

/**
 * Commands that print what is not on the page.
 *
 * @param operands that choose the reports of a bug
 */
record ShellCommand(String operands) {

    /** A name that a shell takes as it is, and no option. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+-]*+");

    static ShellCommand of(Group group) {
        return new ShellCommand(
                (group.identity() == null ? "" : "--id " + group.identity().id() + " ")
                        + operand(group.first().where().input()));
    }

    static String operand(String input) {
        return input.equals("-") || PLAIN.matcher(input).matches() ? input : "FILE";
    }

    /** Prints the text of the first report. */
    String text() {
        return "unsplat clean " + operands;
    }

    /** Prints where all reports stand. */
    String places() {
        return "unsplat parse --format csv " + operands;
    }
}
