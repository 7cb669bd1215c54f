package org.unsplat.grammar.oops;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;
import org.unsplat.model.Warning;

/** {@code ---[ end trace 0000000000000000 ]---}, the end of a WARN splat ({@code print_oops_end_marker}). */
public final class EndTracePiece extends Piece {

    static final LineType<Matcher> END =
            LineType.of("end of a warning", "---\\[ end trace ([0-9a-f]{1,16}) \\]---", "---[ end trace ");

    public EndTracePiece() {
        super("end of the warning", List.of(END));
    }

    @Override
    public boolean endsPiece(TypedLine line) {
        return line.type() == END;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var match = lines.accept(END);
        var warning = builder.warning;
        if (match != null && warning != null) {
            builder.warning = new Warning(warning.message(), warning.messageLast(), warning.at(), match.group(1));
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
