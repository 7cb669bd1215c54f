package org.unsplat.grammar;

import org.unsplat.model.Report;
import org.unsplat.model.Warning;

/** {@code ---[ end trace 0000000000000000 ]---}, the end of a WARN ({@code print_oops_end_marker}). */
public final class EndTrace implements Piece {

    private static final Regex END = new Regex("---\\[ end trace ([0-9a-f]{1,16}) \\]---");

    @Override
    public String name() {
        return "end of the warning";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("---[ end trace ");
    }

    @Override
    public boolean ends(String line) {
        return starts(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var match = lines.take(END);
        var warning = draft.warning;
        if (match != null && warning != null) {
            draft.warning = new Warning(warning.message(), warning.messageLast(), warning.at(), match.group(1));
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var warning = report.lockdep().warning();
        if (warning != null && warning.endTrace() != null) {
            out.line("---[ end trace " + warning.endTrace() + " ]---");
        }
    }
}
