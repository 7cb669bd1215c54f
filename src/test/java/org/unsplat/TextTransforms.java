package org.unsplat;

import java.util.ArrayList;
import java.util.List;

/** A log as others hand it on: quoted, prefixed, wrapped, buried among other lines. */
final class TextTransforms {

    private static final int COLUMNS = 76;
    private static final List<String> NOISE = List.of(
            "usb 1-1: new high-speed USB device number 2 using xhci_hcd",
            "audit: type=1400 audit(1732250000.123:42): avc:  denied  { read } for  pid=1 comm=\"init\"",
            "EXT4-fs (sda1): mounted filesystem with ordered data mode. Opts: (null)",
            "random: crng init done");

    private TextTransforms() {}

    static String quoted(String log, String mark) {
        return mapped(log, line -> line.isEmpty() ? mark.strip() : mark + line);
    }

    /** Each line behind a console's prefix. */
    static String prefixed(String log, String caller) {
        var time = new int[] {100};
        return mapped(log, line -> prefix(time[0]++, caller) + line);
    }

    private static String prefix(int time, String caller) {
        return "[%5d.%06d]%s ".formatted(1234, time, caller.isEmpty() ? "" : "[%6s]".formatted(caller));
    }

    /** Each line broken at the last blank before column 76, as a mailer does. */
    static String wrapped(String log) {
        return mapped(log, line -> wrappedLine(line, COLUMNS));
    }

    /**
     * The line broken before so many columns; not within the blanks in front, which are all that tells columns of a
     * table.
     */
    static String wrappedLine(String line, int columns) {
        var rest = line;
        var lines = new ArrayList<String>();
        for (var at = breakOf(rest, columns); at > 0; at = breakOf(rest, columns)) {
            lines.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
        return String.join("\n", lines);
    }

    private static int breakOf(String line, int columns) {
        var at = line.length() <= columns ? -1 : line.lastIndexOf(' ', columns - 1);
        return at > 0 && line.substring(0, at).isBlank() ? -1 : at;
    }

    /** Without the blanks in front of the lines, but for the table of a scenario, whose columns are made of them. */
    static String unindented(String log) {
        var inTable = new boolean[1];
        return mapped(log, line -> {
            inTable[0] = line.strip().startsWith("CPU0") || inTable[0] && !line.contains("***");
            return inTable[0] ? line : line.stripLeading();
        });
    }

    /** Two logs, two lines of one and one of the other in turn, each under its caller, and noise under a third. */
    static String interleaved(String first, String second) {
        var lines = new ArrayList<String>();
        var one = first.lines().iterator();
        var other = second.lines().iterator();
        for (var i = 0; one.hasNext() || other.hasNext(); i++) {
            add(lines, one.hasNext() ? one.next() : null, "T321");
            add(lines, i > 2 && other.hasNext() ? other.next() : null, "C1");
            add(lines, one.hasNext() ? one.next() : null, "T321");
            add(lines, i % 3 == 0 ? NOISE.get(i % NOISE.size()) : null, "T1");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String line, String caller) {
        if (line != null) {
            lines.add(prefix(100 + lines.size(), caller) + line);
        }
    }

    /** Between lines that are none of ours; {@code before} of them come first. */
    static String buried(String log, int before) {
        var noise = new StringBuilder();
        for (var i = 0; i < before; i++) {
            noise.append(NOISE.get(i % NOISE.size())).append('\n');
        }
        return prefixed(noise + log + noise, "");
    }

    private static String mapped(String log, java.util.function.UnaryOperator<String> each) {
        return String.join("\n", log.lines().map(each).toList()) + "\n";
    }
}
