package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.model.Report;
import org.unsplat.model.WaitTypes;

/** {@code context-{5:5}}, the wait type that the context allows ({@code print_lock_invalid_wait_context}). */
public final class WaitContextPiece extends Piece {

    public static final LineType<Matcher> CONTEXT =
            LineType.of("wait context", "context-\\{(\\d{1,3}):(\\d{1,3})\\}", "context-{");

    public WaitContextPiece() {
        super("wait context", List.of(CONTEXT));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var match = lines.accept(CONTEXT);
        builder.waitContext = match == null
                ? null
                : new WaitTypes(Numbers.parseInt(match.group(1)), Numbers.parseInt(match.group(2)));
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.waitContext != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var context = report.lockdep().waitContext();
        if (context != null) {
            out.line("context-{" + context.outer() + ":" + context.inner() + "}");
        }
    }
}
