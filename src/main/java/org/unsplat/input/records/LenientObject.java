package org.unsplat.input.records;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unsplat.input.bytes.LineDecoder;

/**
 * The members of one object on one line, in JSON or YAML flow style. Nested objects and lists are kept as text.
 *
 * <pre>{@code
 * {"dt": "2024-01-01T00:00:00", "lvl": "target", "msg": "[   12.345678] text"}
 * {dt: '2024-01-01T00:00:00', lvl: target, msg: 'it''s text'}
 * }</pre>
 *
 * <p>It is lenient: of a line that was cut it reads the rest.
 */
final class LenientObject {

    private final String source;
    private final Map<String, String> members = new LinkedHashMap<>();
    private int at;

    private LenientObject(String source, int start) {
        this.source = source;
        this.at = start;
    }

    /** Reads the object whose brace is at this index. */
    static LenientObject read(String source, int brace) {
        var object = new LenientObject(source, brace + 1);
        while (object.member()) {
            // Each call reads one
        }
        return object;
    }

    /** A string, and the index after its closing quote. */
    record Quoted(String text, int end) {}

    /**
     * Reads a string with backslash escapes.
     *
     * @param quote the index of its opening quote, which may also be a single one
     */
    static Quoted string(String source, int quote) {
        var reader = new LenientObject(source, quote);
        return new Quoted(reader.escaped(source.charAt(quote)), reader.at);
    }

    Map<String, String> members() {
        return members;
    }

    /** The index after the last character read. */
    int end() {
        return at;
    }

    private boolean member() {
        skip(" \t,");
        if (at >= source.length() || source.charAt(at) == '}') {
            return false;
        }
        var name = value(":,}");
        skip(" \t");
        if (at >= source.length() || source.charAt(at) != ':') {
            return false;
        }
        at++;
        skip(" \t");
        members.put(name, value(",}"));
        return true;
    }

    private void skip(String characters) {
        while (at < source.length() && characters.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
    }

    private String value(String ends) {
        var c = at < source.length() ? source.charAt(at) : ends.charAt(0);
        return switch (c) {
            case '"' -> escaped('"');
            case '\'' -> singleQuoted();
            case '[', '{' -> nested();
            default -> bare(ends);
        };
    }

    private String bare(String ends) {
        var start = at;
        while (at < source.length() && ends.indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return source.substring(start, at).strip();
    }

    private String singleQuoted() {
        var text = new StringBuilder();
        for (at++; at < source.length(); at++) {
            var c = source.charAt(at);
            if (c == '\'' && (at + 1 == source.length() || source.charAt(++at) != '\'')) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }

    private String escaped(char quote) {
        var text = new StringBuilder();
        for (at++; at < source.length(); at++) {
            var c = source.charAt(at);
            if (c == quote) {
                at++;
                break;
            }
            if (c == '\\' && at + 1 < source.length()) {
                escape(source.charAt(++at), text);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private void escape(char c, StringBuilder text) {
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'e' -> text.append('\u001b');
            case 'x' -> code(2, text);
            case 'u' -> code(4, text);
            default -> text.append(c);
        }
    }

    private void code(int digits, StringBuilder text) {
        var value = 0;
        for (var count = 0; count < digits && at + 1 < source.length(); count++) {
            value = value << 4 | Math.max(0, Character.digit(source.charAt(++at), 16));
        }
        if (value != 0) {
            text.append((char) value);
        }
    }

    private String nested() {
        var start = at;
        var depth = 0;
        while (at < source.length()) {
            var c = source.charAt(at);
            if (c == '"') {
                escaped('"');
                continue;
            }
            at++;
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        return source.substring(start, at);
    }

    /** The text of a value. journald writes bytes that are not text as a list of numbers: {@code [66,85,71]}. */
    static String text(String value) {
        if (!value.startsWith("[") || value.length() < 3 || !Character.isDigit(value.charAt(1))) {
            return value;
        }
        var bytes = new ByteArrayOutputStream();
        var number = 0;
        for (var at = 1; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c >= '0' && c <= '9') {
                number = (number * 10 + c - '0') & 0xff;
            } else if (c == ',' || c == ']') {
                bytes.write(number);
                number = 0;
            } else if (c != ' ') {
                return value;
            }
        }
        return LineDecoder.lenient(bytes.toByteArray(), 0, bytes.size());
    }
}
