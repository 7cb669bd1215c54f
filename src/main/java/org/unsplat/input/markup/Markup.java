package org.unsplat.input.markup;

import java.util.regex.Pattern;

/**
 * Restores characters of kernel text that Markdown, forums and word processors changed, where only the kernel's characters
 * make sense.
 *
 * <pre>{@code
 * \[   12.345678\] \-\> \#1 (a\_lock)
 * → #1 (a){+.+.}–{4:4}:
 * <span>text</span><br />
 * }</pre>
 */
final class Markup {

    /** Escapes of Markdown. The names of ACPI also begin with a backslash, and are not escapes. */
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\[*<>\\[\\]#]|(?<=\\w)\\\\_|\\\\_(?![A-Z]{2})|^\\W*\\\\[=-][=-]{7}");

    /** What stands behind a backslash there. */
    private static final String ESCAPABLE = "*<>[]#_=-";

    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[\\]^_`{-~])");
    private static final Pattern BARE = Pattern.compile("(?<!\\\\)[*\\[]|(?<![\\\\\\w])_");

    private static final Pattern UNDERSCORE = Pattern.compile("(?<=\\w)\\\\_(?=[\\w\\\\])|\\\\_\\\\_[a-z]");
    private static final Pattern UNDERSCORES = Pattern.compile("\\\\_");

    /** Dashes in rulers, in usage characters, between braces, or between the words of a usage state. */
    private static final Pattern DASH =
            Pattern.compile("(?<=[-\\u2013\\u2014])[\\u2013\\u2014]|[\\u2013\\u2014](?=[-\\u2013\\u2014])"
                    + "|(?<=\\}|context)[\\u2013\\u2014](?=\\{)|(?<=[{.+?\\u2013\\u2014-])[\\u2013\\u2014](?=[.+?}\\u2013\\u2014-])"
                    + "|(?<=IRQ|IN|ON|FS|READ|stack)[\\u2013\\u2014](?=safe|unsafe|[A-Z]|irq)");

    private static final Pattern ARROW = Pattern.compile("\\u2192|[\\u2013\\u2014]>|\\u27f6");
    private static final Pattern BEFORE_LINK = Pattern.compile("\\W*(?:\\[[^\\]]*\\]\\s*)*");
    private static final Pattern STATE = Pattern.compile("[})+]\\s*$|(?:un)?safe\\s*$|0x[0-9a-f]+\\s*$");

    /** No line of the kernel is longer. */
    private static final int LONGEST = 4096;

    private Markup() {}

    /** The text without tags and escapes, with newlines where tags end a line. */
    static String undone(String text) {
        var plain = text.indexOf('<') < 0 ? text : HtmlTag.stripped(text);
        return plain.indexOf('\\') < 0 ? plain : unescaped(plain);
    }

    /** Removes escapes only if every such character is escaped. */
    private static String unescaped(String text) {
        if (!mayBeEscaped(text) || !ESCAPED.matcher(text).find()) {
            return text;
        }
        if (!BARE.matcher(text).find()) {
            return ESCAPE.matcher(text).replaceAll("$1");
        }
        // Some programs escape nothing but the underscores of names
        return UNDERSCORE.matcher(text).find() ? UNDERSCORES.matcher(text).replaceAll("_") : text;
    }

    /** Whether a sign that Markdown escapes stands behind a backslash: C strings and paths have others there. */
    private static boolean mayBeEscaped(String text) {
        for (var at = text.indexOf('\\'); at >= 0 && at + 1 < text.length(); at = text.indexOf('\\', at + 1)) {
            if (ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0 && !isOfAcpi(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name of ACPI begins with this backslash, as in {@code ACPI: \\_SB_.PCI0: Enabled at IRQ 11}. */
    static boolean isOfAcpi(String text, int at) {
        return text.startsWith("_", at + 1)
                && at + 3 < text.length()
                && isCapital(text.charAt(at + 2))
                && isCapital(text.charAt(at + 3))
                && (at == 0 || !isOfName(text.charAt(at - 1)));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isOfName(char c) {
        return c == '_' || c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isTypeset(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= '\u2013') {
                return true;
            }
        }
        return false;
    }

    /** The text with dashes and arrows as the kernel prints them. */
    static String typed(String text) {
        if (text.length() > LONGEST || !isTypeset(text)) {
            return text;
        }
        var arrows = ARROW.matcher(text).replaceAll(arrow -> arrow(text, arrow.start(), arrow.end(), arrow.group()));
        var dashes = DASH.matcher(arrows).replaceAll(dash -> dash.group().equals("\u2014") ? "--" : "-");
        return dashes.indexOf('=') >= 0 && dashes.endsWith("=\u2014)")
                ? plain(dashes).replace("\u2014", "--")
                : plain(dashes);
    }

    /** The text with the quotes and dots of ASCII, which the kernel prints. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            switch (c) {
                case '\u2019' -> plain.append(isWithin(text, at) ? '\'' : c);
                case '\u201c', '\u201d', '\u201e' -> plain.append('"');
                case '\u2026' -> plain.append(endsLine(text, at) ? "\u2026" : "...");
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whether a viewer put the dots in place of the end of a line. */
    private static boolean endsLine(String text, int at) {
        return at > 0 && at == text.length() - 1 && text.charAt(at - 1) != ' ';
    }

    /** Whether letters are around the sign; prose has it as a quote, too. */
    private static boolean isWithin(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    /** The arrow: short before the index of a link, between states and in a name, long in a chain of locks. */
    private static String arrow(String text, int start, int end, String sign) {
        var before = text.substring(0, start);
        var glued = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
        if (text.startsWith(" #", end) && BEFORE_LINK.matcher(before).matches()
                || text.startsWith(" (", end)
                || STATE.matcher(before).find()) {
            return "->";
        }
        if (glued && end < text.length() && Character.isJavaIdentifierStart(text.charAt(end))) {
            return "->";
        }
        return before.isBlank() || !before.endsWith(" ") || !text.startsWith(" ", end) || !isChain(text) ? sign : "-->";
    }

    /** Whether only names are between the arrows. */
    private static boolean isChain(String text) {
        var words = text.strip().split("\\s+(?:\\u2192|\\u27f6|[\\u2013\\u2014-]+>)\\s+");
        for (var word : words) {
            if (word.isEmpty() || word.chars().filter(c -> c == ' ').count() > 2) {
                return false;
            }
        }
        return words.length > 1;
    }
}
