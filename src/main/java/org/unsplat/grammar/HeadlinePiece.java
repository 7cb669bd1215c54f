package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.model.Limit;
import org.unsplat.model.Report;

/**
 * A headline without a banner, and the lines of prose after it.
 * <pre>
 * BUG: MAX_LOCK_DEPTH too low!
 * turning off the locking correctness validator.
 * depth: 48  max: 48!
 * </pre>
 * Printed by {@code print_lockdep_off} (limits), {@code register_lock_class} or, from 4.18 on, {@code assign_lock_key}
 * (keys), {@code look_up_lock_class} (subclasses) and {@code __lock_acquire} (depth).
 */
public final class HeadlinePiece extends Piece {

    private static final String OFF = "turning off the locking correctness validator.";

    private static final String FINE = "the code is fine but needs lockdep annotation.";
    private static final String FINE_OR = "The code is fine but needs lockdep annotation, or maybe";
    private static final String NOT_INITIALIZED = "you didn't initialize this object before use?";

    static final LineType<String> WORDS = LineType.words(
            "words after a headline",
            FINE,
            FINE_OR,
            NOT_INITIALIZED,
            OFF,
            "Please attach the output of /proc/lock_stat to the bug report");
    public static final LineType<Matcher> DEPTH =
            LineType.of("depth of held locks", "depth: (\\d{1,9})\\s+max: (\\d{1,9})!", "depth: ");
    private final ReportKind kind;

    public HeadlinePiece(ReportKind kind) {
        // No opening type: the kind recognizes its headline
        super("headline", List.of(), List.of(WORDS, DEPTH));
        this.kind = kind;
    }

    /** Whether the line says what is wrong with a key, which only the report about it says. */
    public static boolean isAboutKey(TypedLine line) {
        return line.is(WORDS)
                && (line.text().equals(FINE)
                        || line.text().equals(FINE_OR)
                        || line.text().equals(NOT_INITIALIZED));
    }

    /** Whether the line says that lockdep turns itself off. */
    public static boolean turnsOff(TypedLine line) {
        return line.is(WORDS) && line.text().equals(OFF);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            var words = lines.accept(WORDS);
            var depth = words == null ? lines.accept(DEPTH) : null;
            if (words != null) {
                builder.notes.add(words);
            } else if (depth != null) {
                builder.limit = new Limit(null, Numbers.parseInt(depth.group(1)), Numbers.parseInt(depth.group(2)));
            } else if (builder.headline == null && kind.isHead(lines.text())) {
                builder.headline = lines.next();
            } else {
                lines.skip();
            }
        }
    }

    /** Without the headline, one of the lines below it is there in its place. */
    @Override
    public void write(Report report, KernelText out) {
        var below = new ArrayList<>(report.lockdep().notes());
        var limit = report.lockdep().limit();
        if (limit != null && limit.depth() != null) {
            below.add("depth: " + limit.depth() + "  max: " + limit.max() + "!");
        }
        if (!below.contains(report.headline())) {
            out.line(report.headline());
        }
        below.forEach(out::line);
    }
}
