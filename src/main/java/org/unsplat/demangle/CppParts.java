package org.unsplat.demangle;

/**
 * The parts of a C++ name, which are separated by colons.
 * <pre>
 * part = length text | operator | "cv" type | "C" n | "D" n | "Ul" {parameter} "E" [number] "_" | "Ut" [number] "_"
 * </pre>
 */
final class CppParts {

    private final MangledText in;
    private final CppTypes types;
    private boolean mayReturn = true;

    CppParts(MangledText in, CppTypes types) {
        this.in = in;
        this.types = types;
    }

    /** Whether a return type may follow the last part; not after a constructor or conversion. Then sets the value. */
    boolean mayReturn(boolean now) {
        var before = mayReturn;
        mayReturn = now;
        return before;
    }

    /** @param owner the name of the class that the part belongs to, or null */
    String read(String owner) {
        in.accept('L');
        char c = in.peek();
        var text = new StringBuilder();
        if (in.isAtDigit()) {
            var name = in.take(in.decimal());
            text.append(name.startsWith("_GLOBAL__N") ? "(anonymous namespace)" : name);
        } else if ((c == 'C' || c == 'D') && "012345".indexOf(in.peek(1)) >= 0 && owner != null) {
            in.take(2);
            mayReturn = false;
            text.append(c == 'D' ? "~" : "").append(owner);
        } else if (in.accept("Ul")) {
            text.append("{lambda" + types.parameters('E') + "#" + number() + "}");
            types.remember(CppType.named(text.toString()));
        } else if (in.accept("Ut")) {
            text.append("{unnamed type#" + number() + "}");
        } else {
            text.append(operator());
        }
        while (in.accept('B')) {
            text.append("[abi:").append(in.take(in.decimal())).append(']');
        }
        return text.toString();
    }

    private String operator() {
        if (in.accept("cv")) {
            var target = types.type().text();
            mayReturn = false;
            return "operator " + target;
        }
        return "operator" + CppOperators.name(in.take(2));
    }

    /** Reads a number: {@code _} is 1, {@code 0_} is 2. */
    private int number() {
        var number = in.isAtDigit() ? in.decimal() + 2 : 1;
        in.expect('_');
        return number;
    }

    /** The last part of a name without template arguments: {@code Ring} for {@code toy::Ring<int>}. */
    static String last(String name) {
        var depth = 0;
        var end = name.length();
        for (var at = end - 1; at >= 0; at--) {
            var c = name.charAt(at);
            depth += c == '>' ? 1 : c == '<' ? -1 : 0;
            if (c == '<' && depth == 0 || c == '[') {
                end = at;
            } else if (c == ':' && depth == 0 && name.charAt(Math.max(0, at - 1)) == ':') {
                return name.substring(at + 1, end);
            }
        }
        return name.substring(0, end);
    }
}
