package org.unsplat.demangle;

/**
 * A position in a mangled name. Whatever cannot be read there is a {@link MalformedSymbol}, and so is a name that is
 * nested too deep or takes too many steps: back references make a short name a very long one.
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

    /** Continues elsewhere in the text. */
    void moveTo(int position) {
        at = position;
    }

    /** The next character, 0 at the end. */
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

    /** A length or count in decimal. */
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

    /** To be called where something that may hold its like begins; {@link #leave} where it ends. */
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
