package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;
import org.unsplat.model.Usage;

/**
 * {@code inconsistent {SOFTIRQ-ON-W} -> {IN-SOFTIRQ-W} usage.} ({@code print_usage_bug}). Up to 2.6.29 the states are
 * printed as {@code {softirq-on-W}} and {@code {in-softirq-W}}.
 */
public final class UsageChangePiece extends Piece {

    public static final LineType<Matcher> USAGE = LineType.of(
            "sentence about two usage states",
            "inconsistent \\{([A-Za-z_ -]+)\\} -> \\{([A-Za-z_ -]+)\\} usage\\.",
            "inconsistent {");

    public UsageChangePiece() {
        super("line with the two usage states", List.of(USAGE));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var match = lines.accept(USAGE);
        builder.usage = match == null ? null : new Usage(match.group(1), match.group(2));
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.usage != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var usage = report.lockdep().usage();
        if (usage != null) {
            out.line("inconsistent {" + usage.from() + "} -> {" + usage.to() + "} usage.");
        }
    }
}
