package org.unsplat.render;

import java.util.Locale;

/**
 * Makes text of a report safe to show, because the names of tasks, locks and files may be anything. Characters that would move
 * the cursor, change colours or reverse the text direction are replaced by escapes, {@code \x1b} or {@code \}{@code u202e}.
 */
public final class SafeText {

    private SafeText() {}

    /** The text with escapes for unsafe characters. */
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

    /** The same on one line, without marks that GitHub's runner takes for a command anywhere in a line. */
    public static String visible(String text) {
        return of(text).replace("##[", "# #[");
    }

    /** The same, for a line whose beginning no CI must take for a command, as GitHub's runner does {@code ::error}. */
    public static String inLog(String line) {
        var safe = visible(line);
        return safe.stripLeading().startsWith("::") ? safe.replaceFirst("::", ": :") : safe;
    }

    /** Whether it is a control, an invisible format character (such as bidi), a line separator, or half a surrogate pair. */
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
