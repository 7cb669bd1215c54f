package org.unsplat.grammar;

import org.unsplat.model.Report;
import org.unsplat.model.Usage;

/**
 * {@code inconsistent {SOFTIRQ-ON-W} -> {IN-SOFTIRQ-W} usage.} ({@code print_usage_bug}); up to 2.6.29 the states are
 * {@code {softirq-on-W}} and {@code {in-softirq-W}}.
 */
public final class UsageSentence implements Piece {

    private static final Regex USAGE = new Regex("inconsistent \\{([A-Za-z_ -]+)\\} -> \\{([A-Za-z_ -]+)\\} usage\\.");

    @Override
    public String name() {
        return "line with the two usage states";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("inconsistent {");
    }

    @Override
    public boolean isWhole(String line) {
        return USAGE.matches(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var match = lines.take(USAGE);
        draft.usage = match == null ? null : new Usage(match.group(1), match.group(2));
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.usage != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var usage = report.lockdep().usage();
        if (usage != null) {
            out.line("inconsistent {" + usage.from() + "} -> {" + usage.to() + "} usage.");
        }
    }
}
