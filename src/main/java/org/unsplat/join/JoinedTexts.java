package org.unsplat.join;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;
import org.unsplat.input.bytes.Regex;

/** The texts that two parts of a line may make: with or without a blank between them. */
final class JoinedTexts {

    /** printk prints texts that begin with these directly after the name of a lock: the end of the class, its usage, its place. */
    private static final String GLUED = "){,!";

    private static final String GLUED_IN_CLASS = "#/-";

    /** A module after a symbol: the kernel prints a blank before it. */
    private static final Regex MODULE = new Regex("(?d)\\[[A-Za-z_][\\w-]*\\](?: .*)?");

    private JoinedTexts() {}

    /**
     * The texts that the two parts may make, the most likely first.
     *
     * @param last the last of the parts that make {@code before}
     * @param alone the next line as classified on its own
     * @param isWholeAlone whether the next line is a whole line on its own
     * @param full whether the last part fills the width at which lines were broken
     * @param isLongest whether the last part is the longest line so far
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

    /** Whether the break between the two texts is not within a word. */
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

    /** Whether printk may have printed the text as a fragment of a line. Fragments, mostly names of locks, have no blanks. */
    static boolean isFragment(String text) {
        return text.indexOf(' ') < 0 || "(){,#/-[".indexOf(text.charAt(0)) >= 0;
    }
}
