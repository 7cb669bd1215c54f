package org.unsplat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the output goes to.
 *
 * @param out whether stdout is a terminal
 * @param err whether stderr is one
 * @param environment its variables
 */
record Terminal(boolean out, boolean err, Map<String, String> environment) {

    /** No terminal. */
    static final Terminal NONE = new Terminal(false, false, Map.of());

    /** The fewest columns that a report can be shown in. */
    static final int NARROWEST = 40;

    private static final int WIDTH = 80;

    /** Of this process. */
    static Terminal ofProcess() {
        return new Terminal(isTerminal(1), isTerminal(2), System.getenv());
    }

    /** Java tells only of stdin and stdout together; Linux tells of each descriptor. */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Streams.stdinIsTerminal();
        }
    }

    /** Columns, as the shell says; 80 where it does not. */
    int width() {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
    }

    /** Whether colours are welcome: on a terminal that knows them, unless NO_COLOR is set (no-color.org). */
    boolean colour() {
        return out && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }
}
