package org.unsplat.demangle;

import java.util.Map;

/**
 * A Rust name in the mangling before v0: that of a C++ name in a namespace whose last part is a hash.
 * {@code _ZN11rust_binder6thread6Thread4take17h0123456789abcdefE} becomes {@code rust_binder::thread::Thread::take}.
 */
final class RustLegacyName {

    private static final Map<String, String> ESCAPES =
            Map.of("SP", "@", "BP", "*", "RF", "&", "LT", "<", "GT", ">", "LP", "(", "RP", ")", "C", ",");

    private static final int HASH = 17;
    /** A real hash almost always has more different digits. */
    private static final int DIFFERENT = 5;

    private static final int MAX_HEX = 6;

    private RustLegacyName() {}

    /** @param mangled the name after {@code _ZN}, without suffixes; the result is null if its last part is no hash */
    static String demangle(String mangled) {
        var hash = mangled.length() - HASH - 3;
        if (hash <= 0 || !mangled.startsWith("17h", hash) || !mangled.endsWith("E") || !isHash(mangled, hash + 3)) {
            return null;
        }
        var in = new MangledText(mangled.substring(0, hash));
        var out = new LimitedText();
        while (!in.isAtEnd()) {
            out.add(in.position() == 0 ? "" : "::").add(part(in.take(in.decimal())));
        }
        return out.toString();
    }

    private static boolean isHash(String text, int start) {
        var seen = 0;
        for (var i = start; i < start + HASH - 1; i++) {
            int digit = "0123456789abcdef".indexOf(text.charAt(i));
            if (digit < 0) {
                return false;
            }
            seen |= 1 << digit;
        }
        return Integer.bitCount(seen) >= DIFFERENT;
    }

    private static String part(String mangled) {
        var in = new MangledText(mangled.startsWith("_$") ? mangled.substring(1) : mangled);
        var out = new StringBuilder();
        while (!in.isAtEnd()) {
            if (in.accept("..")) {
                out.append("::");
            } else if (in.accept('$')) {
                out.append(escaped(in));
            } else {
                out.append(in.next());
            }
        }
        return out.toString();
    }

    private static String escaped(MangledText in) {
        var word = new StringBuilder();
        while (!in.accept('$')) {
            word.append(in.next());
        }
        var text = ESCAPES.get(word.toString());
        return text == null ? character(word.toString()) : text;
    }

    /** The character of an escape: {@code u7e} is a tilde. */
    private static String character(String word) {
        var hex = word.startsWith("u") && word.length() <= 1 + MAX_HEX ? word.substring(1) : "";
        if (hex.isEmpty() || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new MalformedSymbol();
        }
        var point = Integer.parseInt(hex, 16);
        if (!Character.isValidCodePoint(point)
                || point >= 0x80 && !Punycode.isShown(point)
                || Character.isISOControl(point)) {
            throw new MalformedSymbol();
        }
        return Character.toString(point);
    }
}
