package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;

/** The headlines of all kinds, by their first letter: nearly no line of a log begins as one of them does. */
final class Headlines {

    /** Longer than this only KCSAN's are, which tell their kind much earlier. */
    private static final int LONGEST = 80;

    /** By an ASCII letter. */
    private final Alike[] byLetter = new Alike[128];

    /** What headlines of one letter may begin with, and the kinds that they may be of, in their order. */
    private static final class Alike {

        private final List<String> starts = new ArrayList<>();
        private final List<ReportKind> kinds = new ArrayList<>();

        void add(String start, ReportKind kind) {
            if (!starts.contains(start)) {
                starts.add(start);
            }
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
    }

    Headlines(List<ReportKind> kinds) {
        for (var kind : kinds) {
            for (var start : kind.starts()) {
                var letter = start.charAt(0);
                if (byLetter[letter] == null) {
                    byLetter[letter] = new Alike();
                }
                byLetter[letter].add(start, kind);
            }
        }
    }

    private Alike alike(String line) {
        var letter = line.charAt(0);
        return letter < byLetter.length ? byLetter[letter] : null;
    }

    /** The kind of which the line is a headline; null where it is none. */
    ReportKind kindOf(String line, boolean belowRuler) {
        var alike = alike(line);
        if (alike == null || !mayBegin(line, alike.starts)) {
            return null;
        }
        for (var kind : alike.kinds) {
            if (kind.isHead(line) && (belowRuler || !kind.needsRuler())) {
                return kind;
            }
        }
        return null;
    }

    /** Whether a headline of this kind, null for none, tells it, and not only that there is trouble. */
    static boolean tells(ReportKind kind) {
        return kind != null && !kind.inAnyOrder();
    }

    /** Whether the stripped line, which tells no kind, may be the first part of a headline that does. */
    boolean mayBeBroken(String text) {
        var alike = alike(text);
        return alike != null && text.length() < LONGEST && mayBegin(text, alike.starts);
    }

    /** Whether the stripped line begins so, or is as much itself but for the blank at the end. */
    private static boolean mayBegin(String line, List<String> starts) {
        for (var start : starts) {
            if (line.startsWith(start)
                    || start.length() == line.length() + 1 && start.startsWith(line) && start.endsWith(" ")) {
                return true;
            }
        }
        return false;
    }

    /** A headline without the ruler that a mailer glued in front of it. */
    static String unglued(String text) {
        var end = 0;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        var next = end > 4 && end < text.length() ? text.charAt(end) : '=';
        return next == '[' || next >= 'A' && next <= 'Z' ? text.substring(end) : text;
    }
}
