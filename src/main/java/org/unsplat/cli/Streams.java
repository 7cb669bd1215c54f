package org.unsplat.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.unsplat.render.SafeText;

/**
 * The streams of a command.
 *
 * @param out gets only data; failures to write are reported
 * @param err gets all messages
 * @param interactive whether {@code in} is a terminal, and so not a log
 * @param terminal whether {@code out} and {@code err} are terminals
 */
record Streams(InputStream in, OutputStream out, PrintStream err, boolean interactive, Terminal terminal) {

    Streams(InputStream in, OutputStream out, PrintStream err, boolean interactive) {
        this(in, out, err, interactive, Terminal.NONE);
    }

    /**
     * Prints a line on stderr. Names in it may contain anything, but must not begin a line or control the terminal.
     */
    void tell(String message) {
        err.println("unsplat: " + SafeText.visible(message));
    }

    static boolean stdinIsTerminal() {
        var console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there can be a console without a terminal, and {@code Console.isTerminal} tells the two apart. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
