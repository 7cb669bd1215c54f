package org.unsplat.input.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML tags in kernel text. The kernel prints text in angle brackets that is no tag: {@code <TASK>}, {@code <Interrupt>},
 * {@code [<ffffffff81234567>]}, {@code <4>}.
 */
public final class HtmlTag {

    private static final Set<String> NAMES = Set.of(
            ("a abbr article aside b big blockquote body br button center code dd del details div dl dt em font footer form"
                            + " h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label li link main mark meta nav"
                            + " noscript ol option p path pre s samp script section select small span strike strong style"
                            + " sub summary sup svg table tbody td textarea tfoot th thead time title tr tt u ul var wbr")
                    .split(" "));

    /** The tags that end a line of text. */
    private static final Set<String> BLOCKS = Set.of(
            ("article aside blockquote body center dd details div dl dt footer form h1 h2 h3 h4 h5 h6 header html li main nav"
                            + " ol p pre section summary table tr ul title")
                    .split(" "));

    /** The tags around the number of a line. */
    private static final Set<String> NUMBERED = Set.of("a", "td", "th");

    private static final Pattern NAME = Pattern.compile(
            "</?([A-Za-z][A-Za-z0-9]*)(?=[\\s/>]|$)|<(![-\\[A-Za-z]|/?[a-z][a-z0-9]*[:-][a-z0-9:-]*(?=[\\s/>]))");
    private static final String VALUE = "(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'<>]++)";

    /** A whole tag. Attributes need a value, so {@code <Foo as Bar>} is no tag. */
    private static final Pattern WHOLE =
            Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?:\\s++[A-Za-z_:][\\w:.-]*+\\s*+=\\s*+" + VALUE + ")*+\\s*+/?>");

    /** An element of XML that fills its line. */
    private static final Pattern ELEMENT = Pattern.compile(
            "\\s*+<([a-z][a-z0-9]*+)(?:\\s++[A-Za-z_:][\\w:.-]*+\\s*+=\\s*+" + VALUE + ")*+>(.*)</\\1>\\s*+");

    private static final int WIDEST_NUMBER = 16;

    private HtmlTag() {}

    /**
     * The name of the tag that begins here in lower case, null if there is none; {@code !} for a comment and for names that only
     * mailers use.
     */
    static String nameAt(String text, int at) {
        var matcher = NAME.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        return matcher.group(2) != null ? "!" : known(matcher.group(1));
    }

    /** The name in lower case if it is a tag. The kernel's markers are in capitals, so one-letter names must be in lower case. */
    private static String known(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) && (name.length() > 1 || name.equals(lower)) ? lower : null;
    }

    /** Whether the bracket at the end of the text may end a tag: a capital before it, except in {@code BR}, shows a kernel marker. */
    public static boolean mayEnd(String text) {
        var last = text.length() - 2;
        return last >= 0 && (text.charAt(last) < 'A' || text.charAt(last) > 'Z' || text.charAt(last) == 'R');
    }

    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** Whether the line so far is only a number, such as the link to itself that pages put before each line. */
    static boolean isLineNumber(StringBuilder text) {
        var first = Math.max(0, text.length() - WIDEST_NUMBER);
        var at = text.length();
        while (at > first && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        if (at == text.length()) {
            return false;
        }
        while (at > first && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    /** The text without tags, with a newline where a tag ends a line; the same text if it has none. */
    static String stripped(String text) {
        var element = text.endsWith(">") ? ELEMENT.matcher(text) : null;
        if (element != null && element.matches() && known(element.group(1)) == null) {
            return element.group(2);
        }
        var tag = WHOLE.matcher(text);
        var out = new StringBuilder();
        var from = 0;
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (!tag.region(at, text.length()).lookingAt() || known(tag.group(1)) == null) {
                at++;
                continue;
            }
            var name = known(tag.group(1));
            out.append(text, from, at);
            if (name.equals("br") || text.charAt(at + 1) == '/' && isBlock(name)) {
                out.append('\n');
            } else if (NUMBERED.contains(name) && isLineNumber(out)) {
                out.append('\t');
            }
            from = tag.end();
            at = from;
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }
}
