package org.unsplat.grammar.oops;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;
import org.unsplat.model.Warning;

/** {@code ---[ end trace 0000000000000000 ]---}, the end of a WARN ({@code print_oops_end_marker}). */
public final class EndTrace extends Piece {

    static final LineType<Matcher> END =
            LineType.of("end of a warning", "---\\[ end trace ([0-9a-f]{1,16}) \\]---", "---[ end trace ");

    public EndTrace() {
        super("end of the warning", List.of(END));
    }

    @Override
    public boolean ends(TypedLine line) {
        return line.type() == END;
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
