package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;

/**
 * Kernel text for a commit message, as Documentation/process/submitting-patches wants it: what is needed to understand
 * the bug and to find the report again, without rulers, offsets, registers, module lists, doubtful frames, and what
 * lockdep or KCSAN did to print it.
 */
public final class TrimmedText {

    private final KernelTextWriter writer;

    public TrimmedText(List<ReportKind> kinds) {
        this.writer = new KernelTextWriter(kinds);
    }

    /** The lines that are left. */
    public List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        for (var line : writer.lines(TrimmedReport.of(report))) {
            var text = plain(line);
            boolean repeats = text.isEmpty() && (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty());
            if (!repeats && !isFurniture(text)) {
                lines.add(text);
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static boolean isFurniture(String line) {
        return Banner.isRuler(line, '=') || Banner.isRuler(line, '-') || line.equals("...")
                || line.equals("other info that might help us debug this:");
    }

    /** Without the blanks that stood between a lock and its address. */
    private static String plain(String line) {
        return line.startsWith(" (") ? line.substring(1) : line.replaceFirst("^( #\\d+: ) ", "$1").stripTrailing();
    }
}
