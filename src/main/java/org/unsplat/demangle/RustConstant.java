package org.unsplat.demangle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A constant among the generic arguments of a Rust name: {@code j20_} is {@code 32}. */
final class RustConstant {

    private static final int LONG_DIGITS = 16;

    private final MangledText in;
    private final LimitedText out;
    private final RustName names;

    RustConstant(MangledText in, LimitedText out, RustName names) {
        this.in = in;
        this.out = out;
        this.names = names;
    }

    /** @param inValue whether it is part of another constant, and so has no braces */
    void constant(boolean inValue) {
        in.enter();
        char tag = in.next();
        switch (tag) {
            case 'p' -> out.add("_");
            case 'h', 't', 'm', 'y', 'o', 'j' -> out.add(number());
            case 'a', 's', 'l', 'x', 'n', 'i' -> out.add((in.accept('n') ? "-" : "") + number());
            case 'b' -> out.add(truth());
            case 'c' -> out.add("'" + escaped(character(), '\'') + "'");
            case 'B' -> names.backReference(() -> constant(inValue));
            default -> composed(tag, inValue);
        }
        in.leave();
    }

    private void composed(char tag, boolean inValue) {
        if (tag == 'R' && in.accept('e')) {
            out.add(string());
            return;
        }
        out.add(inValue ? "" : "{");
        switch (tag) {
            case 'e' -> out.add("*" + string());
            case 'R', 'Q' -> {
                out.add(tag == 'R' ? "&" : "&mut ");
                constant(true);
            }
            case 'A' -> {
                out.add("[");
                names.list(", ", this::element);
                out.add("]");
            }
            case 'T' -> {
                out.add("(");
                var count = names.list(", ", this::element);
                out.add(count == 1 ? ",)" : ")");
            }
            case 'V' -> structure();
            default -> throw new MalformedSymbol();
        }
        out.add(inValue ? "" : "}");
    }

    private Void element(int index) {
        constant(true);
        return null;
    }

    private void structure() {
        names.path(true);
        switch (in.next()) {
            case 'U' -> out.add("");
            case 'T' -> {
                out.add("(");
                names.list(", ", this::element);
                out.add(")");
            }
            case 'S' -> {
                out.add(" { ");
                names.list(", ", index -> {
                    out.add(RustIdentifier.read(in).name() + ": ");
                    return element(index);
                });
                out.add(" }");
            }
            default -> throw new MalformedSymbol();
        }
    }

    private String hex() {
        var digits = new StringBuilder();
        for (char c = in.next(); c != '_'; c = in.next()) {
            if (!HexFormat.isHexDigit(c) || c >= 'A' && c <= 'F') {
                throw new MalformedSymbol();
            }
            digits.append(c);
        }
        return digits.toString();
    }

    private String number() {
        var digits = hex().replaceFirst("^0+", "");
        if (digits.length() > LONG_DIGITS) {
            return "0x" + digits;
        }
        return digits.isEmpty() ? "0" : new BigInteger(digits, 16).toString();
    }

    private String truth() {
        var digits = hex();
        if (!digits.equals("0") && !digits.equals("1")) {
            throw new MalformedSymbol();
        }
        return String.valueOf(digits.equals("1"));
    }

    private int character() {
        var digits = hex();
        if (digits.isEmpty() || digits.length() > 6) {
            throw new MalformedSymbol();
        }
        var point = HexFormat.fromHexDigits(digits);
        if (!Character.isValidCodePoint(point)
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new MalformedSymbol();
        }
        return point;
    }

    private String string() {
        var digits = hex();
        if (digits.length() % 2 != 0) {
            throw new MalformedSymbol();
        }
        var text = new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
        var literal = new StringBuilder("\"");
        text.codePoints().forEach(point -> literal.append(escaped(point, '"')));
        return literal.append('"').toString();
    }

    private static String escaped(int point, char quote) {
        return switch (point) {
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            default ->
                point == quote
                        ? "\\" + quote
                        : point < ' ' || point == 0x7f || point > 0x7f && !Character.isLetterOrDigit(point)
                                ? "\\u{" + Integer.toHexString(point) + "}"
                                : Character.toString(point);
        };
    }
}
