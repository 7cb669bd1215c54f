package org.unsplat.grammar.lock;

import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lock;

/**
 * A lock in class form within a line: {@code (lkt_mb){+.+.}-{4:4}}, or {@code (lkt_mb)} if a person removed the usage.
 */
final class ClassForm {

    private static final Regex USAGE = new Regex("\\{(?:[-+.?]{4}|[-+.?]{6})\\}(?:-\\{\\d{1,9}:\\d{1,9}\\})?");

    private ClassForm() {}

    /** Parses the whole text; null if it is no lock. */
    static Lock read(String text) {
        var usage = text.lastIndexOf("){");
        if (usage < 0) {
            return isClass(text) ? LockLine.named(text.substring(1, text.length() - 1)) : null;
        }
        return text.startsWith("(") && USAGE.matches(text.substring(usage + 1)) ? LockLine.parse(text) : null;
    }

    /** Parses a text that is cut after the class; null if the class is not complete. */
    static Lock readCut(String text) {
        var usage = text.lastIndexOf("){");
        return read(usage < 0 ? text : text.substring(0, usage + 1));
    }

    /** Whether the text, which is no complete lock, is the beginning or the remains of one. */
    static boolean isCut(String text) {
        return text.startsWith("(")
                && (text.contains("){") || !text.contains(") ") && !text.contains("):") && !text.contains(");"));
    }

    /** Whether the last character closes the first parenthesis, and the text in between is not empty. */
    private static boolean isClass(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i > 1 && i == text.length() - 1;
            }
        }
        return false;
    }
}
