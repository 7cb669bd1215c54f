package org.unsplat.grammar.lock;

import java.util.List;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * The nest lock that must be held, but is not ({@code print_lock_nested_lock_not_held}).
 * <pre>
 * but this task is not holding:
 * lkt_ww_class_acquire
 * </pre>
 * The name is that of the lockdep map: without parentheses, usage, version and subclass.
 */
public final class NestLockPiece extends Piece {

    private static final String NOT_HOLDING = "but this task is not holding:";
    static final LineType<String> TITLE = LineType.words("title of the lock that is not held", NOT_HOLDING);
    /** Any text without a type on the next line is the name. It may be missing, because printing the name of freed memory may crash. */
    static final LineType<String> NAME = new ContextType<>("name of the lock that is not held") {
        @Override
        public String read(String text) {
            return text;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.is(TITLE);
        }
    };

    public NestLockPiece() {
        super("lock that the task does not hold", List.of(TITLE), List.of(NAME));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        if (lines.accept(TITLE) != null) {
            builder.notHolding = lines.accept(NAME);
        }
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.notHolding != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        if (report.lockdep().notHolding() != null) {
            out.blank().line(NOT_HOLDING).line(report.lockdep().notHolding());
        }
    }
}
