package org.unsplat.grammar.lock;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Report;

/**
 * The stack that set the usage state with which the new one is inconsistent ({@code print_usage_bug}).
 * <pre>
 * {SOFTIRQ-ON-W} state was registered at:
 *   lock_acquire+0xa5/0x290
 * </pre>
 */
public final class RegisteredStatePiece extends Piece {

    private static final String END = "} state was registered at:";
    /** The line above the stack. */
    public static final LineType<Matcher> HEAD = LineType.of(
            "head of the stack of the earlier usage state", "\\{([A-Za-z_ -]+)\\} state was registered at:", "{");

    public RegisteredStatePiece() {
        super("stack of the earlier usage state", List.of(HEAD), StackTrace.STORED);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        if (lines.accept(HEAD) == null && !lines.atEnd()) {
            lines.skip();
        }
        builder.registered = new Backtrace(StackTrace.readStored(lines));
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.registered != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.registered() != null && facts.usage() != null) {
            out.line("{" + facts.usage().from() + END);
            StackTrace.writeStored(facts.registered().frames(), 2, out);
        }
    }
}
