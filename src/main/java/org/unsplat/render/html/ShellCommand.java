package org.unsplat.render.html;

import java.util.regex.Pattern;
import org.unsplat.triage.Group;

/**
 * Commands that print what the page leaves out.
 *
 * @param operands the options and operands that select the reports of a bug
 */
record ShellCommand(String operands) {

    /** A name that needs no quotes in a shell and is not an option. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+-]*+");

    static ShellCommand of(Group group) {
        return new ShellCommand(
                (group.identity() == null ? "" : "--id " + group.identity().id() + " ")
                        + operand(group.first().where().input()));
    }

    static String operand(String input) {
        return input.equals("-") || PLAIN.matcher(input).matches() ? input : "FILE";
    }

    /** The command that prints the texts. */
    String text() {
        return "unsplat clean " + operands;
    }

    /** The command that prints the line of every report. */
    String places() {
        return "unsplat parse --format csv " + operands;
    }
}
