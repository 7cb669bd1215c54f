package org.unsplat.join;

import java.util.List;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** What two parts of a line may make: with a blank between them, or without. */
final class JoinedTexts {

    /** What printk prints with these in front goes on without a blank: the end of a class, its usage, its place. */
    private static final String GLUED = "){,!";

    private static final String GLUED_IN_CLASS = "#/-";

    /** The module of a symbol, which the kernel prints behind a blank. */
    private static final Regex MODULE = new Regex("(?d)\\[[A-Za-z_][\\w-]*\\](?: .*)?");

    private JoinedTexts() {}

    /**
     * The texts that the two may make, the likeliest first.
     *
     * @param last part of the line before
     * @param isWholeAlone whether the next line is one of its own
     * @param full whether the last part is as long as a window is wide
     * @param isLongest whether no line is longer than the last part
     */
    static List<String> of(
            TypedLine before, Line last, TypedLine alone, boolean isWholeAlone, boolean full, boolean isLongest) {
        var next = alone.line();
        var start = before.line().text().stripTrailing();
        var verbatim = before.line().text() + last.blanksAfter() + next.text();
        var spaced = start + ' ' + next.stripped();
        var glued = start + next.stripped();
        if (next.time() != null) {
            return isFragment(next.stripped()) ? List.of(before.line().text() + next.text(), spaced) : List.of(spaced);
        }
        if (isInName(start, start.length() - 1) && MODULE.matches(next.stripped())) {
            return List.of(spaced);
        }
        if (full) {
            return List.of(verbatim, spaced, glued);
        }
        if (isWholeAlone
                && !isLongest
                && isInName(before.text(), before.text().length() - 1)
                && isInName(next.stripped(), 0)) {
            return List.of(spaced);
        }
        if (before.text().endsWith("-") && next.stripped().startsWith(">")) {
            return List.of(glued);
        }
        var first = next.stripped().charAt(0);
        var isGlued = GLUED.indexOf(first) >= 0
                || GLUED_IN_CLASS.indexOf(first) >= 0 && before.text().indexOf('(') >= 0
                || before.text().endsWith("(");
        var wide = start + last.blanksAfter() + ' ' + next.stripped();
        return isGlued ? List.of(glued, spaced, wide) : List.of(spaced, glued, wide);
    }

    /** Whether the end of the first text, or the beginning of the other, is no part of a word. */
    static boolean isBetweenWords(String first, String next) {
        var end = first.charAt(first.length() - 1);
        return end == ':' && (first.startsWith("#") || Character.isLetter(first.charAt(first.length() - 2)))
                || ",;)".indexOf(end) >= 0
                || next.equals(":")
                || "([{<!)".indexOf(next.charAt(0)) >= 0;
    }

    private static boolean isInName(String text, int at) {
        var c = text.charAt(at);
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** What printk prints of a line without the rest of it: names of locks hold no blanks, other output does. */
    static boolean isFragment(String text) {
        return text.indexOf(' ') < 0 || "(){,#/-[".indexOf(text.charAt(0)) >= 0;
    }
}
