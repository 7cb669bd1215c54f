package org.unsplat.render;

import java.util.Locale;

/**
 * Makes text of a report safe to show: the name of a task, a lock or a file is whatever somebody called it. What would
 * move the cursor, change colours or turn the order of letters is shown as an escape instead, {@code \x1b} or
 * {@code \}{@code u202e}.
 */
public final class SafeText {

    private SafeText() {}

    /** The text with escapes for all that is not safe. */
    public static String of(String text) {
        StringBuilder safe = null;
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            var next = at + Character.charCount(point);
            if (isUnsafe(point) && safe == null) {
                safe = new StringBuilder(text.substring(0, at));
            }
            if (safe != null) {
                safe.append(isUnsafe(point) ? escape(point) : text.substring(at, next));
            }
            at = next;
        }
        return safe == null ? text : safe.toString();
    }

    /** On one line, and with no mark that GitHub's runner would take for a command wherever it stands. */
    public static String visible(String text) {
        return of(text).replace("##[", "# #[");
    }

    /** A line of which no CI takes the beginning for a command either, as GitHub's runner does {@code ::error}. */
    public static String inLog(String line) {
        var safe = visible(line);
        return safe.stripLeading().startsWith("::") ? safe.replaceFirst("::", ": :") : safe;
    }

    /** Controls, invisible format characters (bidi among them), separators of lines, halves of characters. */
    private static boolean isUnsafe(int point) {
        if (point >= ' ' && point < 0x7f) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String escape(int point) {
        return point < 0x100
                ? String.format(Locale.ROOT, "\\x%02x", point)
                : point < 0x10000
                        ? String.format(Locale.ROOT, "\\u%04x", point)
                        : String.format(Locale.ROOT, "\\U%08x", point);
    }
}
