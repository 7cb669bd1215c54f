package org.unsplat.grammar.lock;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.CutLines;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;

/**
 * The new edge.
 * <pre>
 * which would create a new lock dependency:
 *  (lkt_sb){....}-{3:3} -&gt; (lkt_sc){+.+.}-{3:3}
 * </pre>
 */
public final class NewDependencyPiece extends Piece {

    private static final String CREATE = "which would create a new lock dependency:";
    private static final String ARROW = "} -> (";
    static final LineType<String> TITLE = LineType.words("title of the new dependency", CREATE);
    /** Two locks in class form with an arrow between them. */
    static final LineType<List<Lock>> PAIR = new LineType<>("new dependency", List.of("(")) {
        @Override
        public List<Lock> read(String text) {
            var arrow = text.startsWith("(") ? text.indexOf(ARROW) : -1;
            var from = arrow < 0 ? null : ClassForm.read(text.substring(0, arrow + 1));
            var to = from == null ? null : ClassForm.read(text.substring(arrow + ARROW.length() - 1));
            return to == null || from.usage() == null || to.usage() == null ? null : List.of(from, to);
        }

        @Override
        public boolean isCut(String text) {
            return text.startsWith("(") && (text.endsWith("} ->") || text.contains(ARROW));
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == LockLine.TYPE;
        }
    };

    public NewDependencyPiece() {
        super("new lock dependency", List.of(TITLE, PAIR), List.of(PAIR));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        CutLines.skip(lines);
        lines.accept(TITLE);
        CutLines.skip(lines);
        var pair = lines.accept(PAIR);
        builder.newDependency = pair == null ? List.of() : pair;
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return !builder.newDependency.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var pair = report.lockdep().newDependency();
        if (!pair.isEmpty()) {
            out.line(CREATE).line(LockLine.text(pair.get(0)) + " ->" + LockLine.text(pair.get(1)));
        }
    }
}
