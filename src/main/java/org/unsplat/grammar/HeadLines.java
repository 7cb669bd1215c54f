package org.unsplat.grammar;

import java.util.List;
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
public final class HeadLines implements Piece {

    private static final List<String> WORDS = List.of(
            "the code is fine but needs lockdep annotation.",
            "The code is fine but needs lockdep annotation, or maybe",
            "you didn't initialize this object before use?",
            "turning off the locking correctness validator.",
            "Please attach the output of /proc/lock_stat to the bug report");
    /** A line with no more characters may be anything. */
    private static final int SHORTEST = 12;

    private static final Regex DEPTH = new Regex("depth: (\\d{1,9})\\s+max: (\\d{1,9})!");
    private final ReportKind kind;

    public HeadLines(ReportKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return "headline";
    }

    @Override
    public boolean starts(String line) {
        return false;
    }

    @Override
    public boolean continues(String line) {
        return isWords(line) || line.startsWith("depth: ") && DEPTH.matches(line);
    }

    /** Whether the line is one of the lines in words, or the beginning of one. */
    private static boolean isWords(String line) {
        for (var words : WORDS) {
            if (line.length() > SHORTEST && words.startsWith(line)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isWhole(String line) {
        return kind.isHead(line) || WORDS.contains(line) || DEPTH.matches(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        draft.headline = lines.next();
        while (WORDS.contains(lines.peek())) {
            draft.notes.add(lines.next());
        }
        var depth = lines.take(DEPTH);
        if (depth != null) {
            draft.limit = new Limit(null, Hex.number(depth.group(1)), Hex.number(depth.group(2)));
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
