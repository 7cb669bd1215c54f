package org.unsplat.grammar;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headlines of all kinds: which of them a line is. */
final class Headlines {

    /** Longer than this only KCSAN's are, which tell their kind much earlier. */
    private static final int LONGEST = 80;

    /** By the letter that a headline begins with, the kinds that it may be of, in their order. */
    private final Map<Character, Set<ReportKind>> byStart = new HashMap<>();

    Headlines(List<ReportKind> kinds) {
        for (var kind : kinds) {
            for (var start : kind.starts()) {
                byStart.computeIfAbsent(start.charAt(0), letter -> new LinkedHashSet<>()).add(kind);
            }
        }
    }

    /** The kind of which the stripped line is a headline, null where it is none. */
    ReportKind kindOf(String text, boolean belowRuler) {
        for (var kind : byStart.getOrDefault(text.charAt(0), Set.of())) {
            if (kind.isHead(text) && (belowRuler || !kind.needsRuler())) {
                return kind;
            }
        }
        return null;
    }

    /** Whether the stripped line is a headline that tells its kind, and not only that there is trouble. */
    boolean tellsKind(String text, boolean belowRuler) {
        var kind = kindOf(text, belowRuler);
        return kind != null && !kind.inAnyOrder();
    }

    /** Whether the stripped line may be the first part of a headline that tells its kind, and is none itself. */
    boolean mayBeBroken(String text, boolean belowRuler) {
        return text.length() < LONGEST && isBeginning(text) && !tellsKind(text, belowRuler);
    }

    private boolean isBeginning(String text) {
        for (var kind : byStart.getOrDefault(text.charAt(0), Set.of())) {
            if (!kind.inAnyOrder() && kind.starts().stream().anyMatch(start -> text.startsWith(start.strip()))) {
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
