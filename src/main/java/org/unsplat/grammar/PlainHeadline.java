package org.unsplat.grammar;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.Hex;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Limit;
import org.unsplat.model.Report;

/**
 * A headline without a banner, and the lines in words that follow it.
 * <pre>
 * BUG: MAX_LOCK_DEPTH too low!
 * turning off the locking correctness validator.
 * depth: 48  max: 48!
 * </pre>
 * Printed by {@code register_lock_class}, {@code look_up_lock_class} and {@code __lock_acquire}.
 */
public final class PlainHeadline extends Piece {

    static final LineType<String> WORDS = LineType.words(
            "words after a headline",
            "the code is fine but needs lockdep annotation.",
            "The code is fine but needs lockdep annotation, or maybe",
            "you didn't initialize this object before use?",
            "turning off the locking correctness validator.",
            "Please attach the output of /proc/lock_stat to the bug report");
    public static final LineType<Matcher> DEPTH =
            LineType.of("depth of held locks", "depth: (\\d{1,9})\\s+max: (\\d{1,9})!", "depth: ");
    private final ReportKind kind;

    public PlainHeadline(ReportKind kind) {
        // No opening type: the kind recognises its headline
        super("headline", List.of(), List.of(WORDS, DEPTH));
        this.kind = kind;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            var words = lines.take(WORDS);
            var depth = words == null ? lines.take(DEPTH) : null;
            if (words != null) {
                draft.notes.add(words);
            } else if (depth != null) {
                draft.limit = new Limit(null, Hex.number(depth.group(1)), Hex.number(depth.group(2)));
            } else if (draft.headline == null && kind.isHead(lines.text())) {
                draft.headline = lines.next();
            } else {
                lines.skip();
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        out.line(report.headline());
        report.lockdep().notes().forEach(out::line);
        var limit = report.lockdep().limit();
        if (limit != null && limit.depth() != null) {
            out.line("depth: " + limit.depth() + "  max: " + limit.max() + "!");
        }
    }
}
