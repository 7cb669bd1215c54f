package org.unsplat.grammar;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.bytes.Regex;

/**
 * The ident line of lockdep ({@code print_kernel_ident}): {@code 6.12.117 #1 Tainted: G           O}. The kernel formats
 * its taint in a buffer that another CPU may overwrite with a line of its own: {@code 6.12.117 #1 Tainted: [O]=OOT_MODULE}.
 */
final class IdentType extends LineType<Matcher> {

    private static final Regex IDENT =
            new Regex("(?:(?<kernel>(?!Tainted:)[\\w.]\\S*)(?: (?<build>#\\S+))?(?:\\s+|$))?(?<taint>"
                    + SystemLines.TAINT + ")?");

    private static final Regex LETTERS = new Regex("[A-Z](?:\\s+[A-Z])*");

    IdentType() {
        super("ident line", List.of());
    }

    @Override
    public Matcher read(String text) {
        if (!text.contains("ainted") || text.startsWith("Tainted: [")) {
            return null;
        }
        var match = IDENT.matcher(text);
        var isWhole = match.matches() && match.group("taint") != null && !text.endsWith("Tainted:");
        return isWhole && (match.group("kernel") != null || !text.contains(" -")) ? match : null;
    }

    /** More letters of the taint, if a mailer broke the line between them. */
    @Override
    public boolean goesOn(String text, String tail) {
        return text.contains("Tainted: ") && LETTERS.matches(tail);
    }

    @Override
    public boolean isCut(String text) {
        var number = text.indexOf(" #");
        var match = number > 0 && text.indexOf(' ') == number || text.endsWith("ainted:") ? IDENT.matcher(text) : null;
        return match != null && match.matches();
    }

    @Override
    public boolean mayBeCut(String text) {
        return Release.mayBeIn(text) && (Release.RELEASE.matches(text) || endsInTaint(text)) || text.endsWith(" Not");
    }

    /** Whether the line breaks off within the first words of the taint, behind the build. */
    private static boolean endsInTaint(String text) {
        var build = text.indexOf(" #");
        var end = build < 0 ? -1 : text.indexOf(' ', build + 1);
        if (end < 0) {
            return false;
        }
        var taint = text.substring(end).stripLeading();
        return ("Not tainted".startsWith(taint) || "Tainted:".startsWith(taint))
                && Release.RELEASE.matches(text.substring(0, end));
    }

    /** The kernel release with or without its build, which is what people leave of an ident line. */
    static final class Release extends ContextType<Matcher> {

        static final Regex RELEASE = new Regex(
                "(?<kernel>(?!Tainted:|#)\\d+\\.\\d+\\S*|syzkaller)(?: (?<build>#\\S+))?(?<taint>(?<flags>Not tainted))?");

        Release() {
            super("release line");
        }

        /** Whether the text begins as a release does. */
        private static boolean mayBeIn(String text) {
            return Character.isDigit(text.charAt(0)) || text.startsWith("syzkaller");
        }

        @Override
        public Matcher read(String text) {
            var match = RELEASE.matcher(text);
            return match.matches() ? match : null;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return last.type() instanceof HeadlineType;
        }
    }
}
