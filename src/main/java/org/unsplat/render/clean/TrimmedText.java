package org.unsplat.render.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;

/**
 * Kernel text for a commit message as Documentation/process/submitting-patches asks for: what is needed to understand the bug
 * and to find the report, without rulers, offsets, registers, module lists, unreliable frames, and the functions by which
 * lockdep or KCSAN printed it.
 */
public final class TrimmedText {

    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-f]+/0x[0-9a-f]+");
    private final KernelTextWriter writer;

    public TrimmedText(List<ReportKind> kinds) {
        this.writer = new KernelTextWriter(kinds);
    }

    public List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        for (var line : writer.lines(TrimmedReport.of(report))) {
            var text = plain(line);
            var repeats = text.isEmpty()
                    && (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty());
            if (!repeats && !isBoilerplate(text)) {
                lines.add(text);
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static boolean isBoilerplate(String line) {
        return BannerPiece.isRuler(line)
                || line.equals("...")
                || line.endsWith(" disables this message.")
                || line.equals("other info that might help us debug this:");
    }

    /**
     * The line without offsets, without the blanks around a removed address, and without the dots that old kernels print before a
     * frame.
     */
    private static String plain(String line) {
        var text = line.startsWith(" (")
                ? line.substring(1)
                : line.startsWith("...  ") ? line.substring(3) : line.replaceFirst("^( #\\d+: ) ", "$1");
        return OFFSET.matcher(text).replaceAll("").stripTrailing();
    }
}
