package org.unsplat.render;

/**
 * Text out of a log, made fit to be shown: what a terminal, a browser or a reader of XML might take for more than
 * text (escapes, controls, marks that turn the direction of writing) shows as {@code \\u{1b}}.
 */
final class SafeText {

    private SafeText() {
    }

    /** On one line. */
    static String visible(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        // GitHub's runner takes this mark for a command wherever it stands in a line
        return safe.toString().replace("##[", "# #[");
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
