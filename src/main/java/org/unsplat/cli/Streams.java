package org.unsplat.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.unsplat.render.SafeText;

/**
 * What a command reads and writes.
 *
 * @param out takes data alone; its failures are reported
 * @param err takes everything for people
 * @param interactive whether {@code in} is a terminal, and so no log
 * @param terminal what {@code out}, {@code err} go to
 */
record Streams(InputStream in, OutputStream out, PrintStream err, boolean interactive, Terminal terminal) {

    Streams(InputStream in, OutputStream out, PrintStream err, boolean interactive) {
        this(in, out, err, interactive, Terminal.NONE);
    }

    /**
     * A line on stderr; what is named there may be called anything, but must not begin a line or command a terminal.
     */
    void tell(String message) {
        err.println("unsplat: " + SafeText.visible(message));
    }

    static boolean stdinIsTerminal() {
        var console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
