package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Properties of the terminal.
 *
 * @param out whether stdout is a terminal
 * @param err whether stderr is a terminal
 * @param environment the environment variables
 */
record Terminal(boolean out, boolean err, Map<String, String> environment) {

    static final Terminal NONE = new Terminal(false, false, Map.of());

    /** The smallest number of columns in which a report is shown. */
    static final int NARROWEST = 40;

    private static final int WIDTH = 80;

    static Terminal ofProcess() {
        return new Terminal(isTerminal(1), isTerminal(2), System.getenv());
    }

    /** Whether a descriptor is a terminal. Java tells only about stdin and stdout together, Linux about each. */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Streams.stdinIsTerminal();
        }
    }

    /** The number of columns from the shell's COLUMNS; 80 if it is not set. */
    int width() {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
    }

    /** Whether to use colours: on a terminal that has them, unless NO_COLOR is set (no-color.org). */
    boolean colour() {
        return out && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }
}
