package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.FrameEndType;
import org.unsplat.input.bytes.Regex;

/**
 * The headlines of all kinds. They are indexed by first letter, because almost no line of a log begins like one.
 */
public final class HeadlineType extends FrameEndType<ReportKind> {

    /** Longer headlines are KCSAN's only, and their beginning shows the kind. */
    private static final int LONGEST = 80;

    /** A blank within a place or an offset. */
    private static final Regex BROKEN_PLACE = new Regex(
            "(?:\\(|\\.[a-zA-Z]{1,2}:\\d+ )[\\w./-]+ [\\w./-]*:\\d|\\.[a-zA-Z]{1,2}(?: :|: )\\d|\\.[a-zA-Z]{1,2}:\\d+ \\d+[) ]"
                    + "|\\+0x[0-9a-f]+(?:/0x[0-9a-f]*)? (?:/0x|[0-9a-f]{1,6}(?: |$))");

    /** By ASCII letter: the beginnings of headlines, and their kinds in order of priority. */
    private final Candidates[] byLetter = new Candidates[128];

    private record Candidates(List<String> starts, List<ReportKind> kinds) {}

    public HeadlineType(List<ReportKind> kinds) {
        super("headline", List.of("B", "D", "W", "I", "["));
        for (var kind : kinds) {
            for (var start : kind.starts()) {
                var letter = start.charAt(0);
                if (byLetter[letter] == null) {
                    byLetter[letter] = new Candidates(new ArrayList<>(), new ArrayList<>());
                }
                byLetter[letter].starts().add(start);
                byLetter[letter].kinds().add(kind);
            }
        }
    }

    /** The kind of the headline; null if the text is cut or only a candidate, or is a headline only below a ruler. */
    @Override
    public ReportKind read(String text) {
        var kind = kindOf(text, false);
        return kind == null || kind.isCandidate(text) || !kind.isWholeHead(text) ? null : kind;
    }

    @Override
    public boolean isCut(String text) {
        var kind = kindOf(text, false);
        return kind == null || kind.isCandidate(text) ? isHeadCut(text) : !kind.isWholeHead(text);
    }

    private boolean isHeadCut(String text) {
        if (mayBegin(text)) {
            for (var kind : byLetter[text.charAt(0)].kinds()) {
                if (kind.isHeadCut(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A bracket that is open, {@code [ BUG: Invalid wait context ]}, must be closed. */
    @Override
    public boolean isDoubtful(String text, ReportKind kind) {
        return text.startsWith("[ ") && !text.endsWith("]");
    }

    @Override
    public boolean isStrict(String text) {
        return !BROKEN_PLACE.matcher(text).find();
    }

    @Override
    public boolean mayBeCut(String text) {
        return text.length() < LONGEST && mayBegin(text);
    }

    /** Whether a line with this beginning may open a report. */
    public boolean mayBegin(String text) {
        var letter = text.charAt(0);
        var candidates = letter < byLetter.length ? byLetter[letter] : null;
        if (candidates != null) {
            var starts = candidates.starts();
            for (var i = 0; i < starts.size(); i++) {
                var start = starts.get(i);
                if (text.startsWith(start) || start.startsWith(text) && start.length() == text.length() + 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The kind whose headline, or candidate for one, the text is; null if there is none. */
    public ReportKind kindOf(String text, boolean belowRuler) {
        if (mayBegin(text)) {
            for (var kind : byLetter[text.charAt(0)].kinds()) {
                if (kind.isHead(text) && (!kind.requiresRuler() || belowRuler && !isHeadCut(text))) {
                    return kind;
                }
            }
        }
        return null;
    }
}
