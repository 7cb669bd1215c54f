package org.unsplat.demangle;

import java.util.Map;

/**
 * A C++ name in the mangling of the Itanium ABI, written as {@code c++filt -i} does: {@code _Z8fakeNameiii} becomes
 * {@code fakeName(int, int, int)}. Expressions in templates are not supported.
 * <pre>
 * encoding = name [[return type] {parameter}] | special name
 * name     = "N" [qualifiers] {part} "E"              a::b
 *          | "Z" encoding "E" name [discriminator]    a()::b
 *          | ["St"] part [arguments]
 * part     = length text | operator | "C1" | "D1" | "Ul" {parameter} "E" [number] "_" | ...
 * </pre>
 */
final class CppName {

    private static final Map<String, String> SPECIAL = Map.of(
            "TV", "vtable for ",
            "TT", "VTT for ",
            "TI", "typeinfo for ",
            "TS", "typeinfo name for ");

    private final MangledText in;
    private final CppTypes types;
    private final CppParts parts;
    private boolean isTemplate;
    private String qualifiers = "";

    private CppName(String mangled) {
        in = new MangledText(mangled);
        types = new CppTypes(in, this);
        parts = new CppParts(in, types);
    }

    /**
     * @param mangled the name after {@code _Z}, without suffixes
     * @param whole whether to add parameters and return type
     */
    static String demangle(String mangled, boolean whole) {
        var name = new CppName(mangled);
        var text = name.encoding(whole, true);
        if (!name.in.isAtEnd()) {
            throw new MalformedSymbol();
        }
        return text;
    }

    private String encoding(boolean whole, boolean withReturnType) {
        in.enter();
        var special = special();
        if (special != null) {
            in.leave();
            return special;
        }
        var before = types.namesFunction(true);
        var name = name().text();
        types.namesFunction(false);
        var after = qualifiers;
        var returns = isTemplate && parts.mayReturn(true);
        var isFunction = !in.isAtEnd() && in.peek() != 'E';
        var result = isFunction && returns ? types.type() : null;
        var parameters = isFunction ? types.parameters() : "";
        types.namesFunction(before);
        in.leave();
        if (!whole || !isFunction) {
            return name;
        }
        var declared = name + parameters + after;
        LimitedText.check(declared.length());
        return !withReturnType || result == null
                ? declared
                : result.left() + (result.right().isEmpty() ? " " : "") + declared + result.right();
    }

    private String special() {
        var word = SPECIAL.get("" + in.peek() + in.peek(1));
        if (word != null) {
            in.take(2);
            return word + types.type().text();
        }
        if (in.accept("GV")) {
            return "guard variable for " + name().text();
        }
        if (in.accept("Th")) {
            offset();
            return "non-virtual thunk to " + encoding(true, true);
        }
        if (in.accept("Tv")) {
            offset();
            offset();
            return "virtual thunk to " + encoding(true, true);
        }
        return null;
    }

    private void offset() {
        in.accept('n');
        in.decimal();
        in.expect('_');
    }

    /** The name of a function, variable or type; the qualifiers of a method go to {@link #qualifiers}. */
    CppType name() {
        in.enter();
        qualifiers = "";
        isTemplate = false;
        parts.mayReturn(true);
        var name = switch (in.peek()) {
            case 'N' -> nested();
            case 'Z' -> local();
            default -> unscoped();
        };
        in.leave();
        return name;
    }

    private CppType unscoped() {
        var isSubstitution = in.peek() == 'S' && in.peek(1) != 't';
        var name = CppType.named(
                isSubstitution ? types.substitution().text() : (in.accept("St") ? "std::" : "") + parts.read(null));
        if (in.peek() != 'I') {
            return name;
        }
        if (!isSubstitution) {
            types.remember(name);
        }
        return withArguments(name);
    }

    private CppType withArguments(CppType name) {
        var mayReturn = parts.mayReturn(true);
        var arguments = types.arguments();
        parts.mayReturn(mayReturn);
        isTemplate = true;
        return CppType.named(name.text() + (name.text().endsWith("<") ? " " : "") + arguments);
    }

    private CppType nested() {
        in.expect('N');
        var after = methodQualifiers();
        CppType name = null;
        String owner = null;
        while (!in.accept('E')) {
            in.enter();
            var isKnown = name == null && in.peek() == 'S';
            var isPart = in.peek() != 'I';
            name = name == null ? first() : isPart ? member(name, owner) : withArguments(name);
            owner = isPart ? CppParts.last(name.text()) : owner;
            if (!isKnown && in.peek() != 'E') {
                types.remember(name);
            }
            in.leave();
        }
        if (name == null) {
            throw new MalformedSymbol();
        }
        qualifiers = after;
        return name;
    }

    private String methodQualifiers() {
        var restrict = in.accept('r') ? " restrict" : "";
        var volatiles = in.accept('V') ? " volatile" : "";
        var consts = in.accept('K') ? " const" : "";
        return restrict + consts + volatiles + (in.accept('R') ? " &" : in.accept('O') ? " &&" : "");
    }

    private CppType first() {
        return switch (in.peek()) {
            case 'S' -> in.accept("St") ? CppType.named("std") : types.substitution();
            case 'T' -> types.templateParameter();
            default -> CppType.named(parts.read(null));
        };
    }

    private CppType member(CppType name, String owner) {
        isTemplate = false;
        return CppType.named(name.text() + "::" + parts.read(owner));
    }

    private CppType local() {
        in.expect('Z');
        var function = encoding(true, false);
        in.expect('E');
        if (in.accept('s')) {
            discriminator();
            return CppType.named(function + "::string literal");
        }
        if (in.peek() == 'd') {
            throw new MalformedSymbol();
        }
        var name = name();
        discriminator();
        return CppType.named(function + "::" + name.text());
    }

    private void discriminator() {
        if (in.accept("__")) {
            in.decimal();
            in.expect('_');
        } else if (in.accept('_')) {
            in.take(1);
        }
    }
}
