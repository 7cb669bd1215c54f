package org.unsplat.demangle;

/**
 * A position in a mangled name. Anything unexpected there is a {@link MalformedSymbol}; so is a name that is nested too deeply or
 * takes too many steps, because back references can make a short name very long.
 */
final class MangledText {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_STEPS = 10_000;

    private final String text;
    private int at;
    private int depth;
    private int steps;

    MangledText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    int position() {
        return at;
    }

    /** Continues at another position. */
    void moveTo(int position) {
        at = position;
    }

    /** The next character without advancing; 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char next() {
        if (isAtEnd()) {
            throw new MalformedSymbol();
        }
        return text.charAt(at++);
    }

    boolean accept(char c) {
        var accepted = peek() == c;
        at += accepted ? 1 : 0;
        return accepted;
    }

    boolean accept(String word) {
        var accepted = text.startsWith(word, at);
        at += accepted ? word.length() : 0;
        return accepted;
    }

    void expect(char c) {
        if (!accept(c)) {
            throw new MalformedSymbol();
        }
    }

    String take(int length) {
        if (length > text.length() - at) {
            throw new MalformedSymbol();
        }
        at += length;
        return text.substring(at - length, at);
    }

    boolean isAtDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** A length or count in decimal digits. */
    int decimal() {
        if (!isAtDigit()) {
            throw new MalformedSymbol();
        }
        var number = 0;
        while (isAtDigit()) {
            number = number * 10 + next() - '0';
            if (number > text.length() + 1_000_000) {
                throw new MalformedSymbol();
            }
        }
        return number;
    }

    /** Must be called at the beginning of each construct that may be nested, and {@link #leave} at its end. */
    void enter() {
        depth++;
        steps++;
        if (depth > MAX_DEPTH || steps > MAX_STEPS) {
            throw new MalformedSymbol();
        }
    }

    void leave() {
        depth--;
    }
}
