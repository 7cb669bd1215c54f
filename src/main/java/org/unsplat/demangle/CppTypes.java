package org.unsplat.demangle;

import java.util.ArrayList;
import java.util.List;

/** The types of a C++ name, and its back references: {@code PKc} is {@code char const*}, {@code S_} the first type again. */
final class CppTypes {

    private final MangledText in;
    private final CppName names;
    private final List<CppType> seen = new ArrayList<>();
    private List<CppType> arguments = List.of();
    private boolean namesFunction;

    CppTypes(MangledText in, CppName names) {
        this.in = in;
        this.names = names;
    }

    void remember(CppType type) {
        seen.add(type);
    }

    /** Sets whether the name of a function is read, to whose arguments template parameters refer; returns the old value. */
    boolean namesFunction(boolean now) {
        var before = namesFunction;
        namesFunction = now;
        return before;
    }

    CppType type() {
        in.enter();
        var type = builtin();
        if (type == null && in.peek() == 'S' && in.peek(1) != 't') {
            type = substitution();
            if (in.peek() == 'I') {
                type = CppType.named(type.text() + arguments());
                remember(type);
            }
        } else if (type == null) {
            type = composed();
            remember(type);
        }
        in.leave();
        return type;
    }

    private CppType builtin() {
        var name = CppBuiltins.TYPES.get(in.peek());
        if (name != null) {
            in.next();
            return CppType.named(name);
        }
        name = in.peek() == 'D' ? CppBuiltins.LATER.get(in.peek(1)) : null;
        if (name != null) {
            in.take(2);
        }
        return name == null ? null : CppType.named(name);
    }

    private CppType composed() {
        switch (in.peek()) {
            case 'P', 'R', 'O' -> {
                char mark = in.next();
                return type().pointer(mark == 'P' ? "*" : mark == 'R' ? "&" : "&&");
            }
            case 'K', 'V', 'r' -> {
                return qualified();
            }
            case 'F' -> {
                return function();
            }
            case 'A' -> {
                in.next();
                var size = in.isAtDigit() ? String.valueOf(in.decimal()) : "";
                in.expect('_');
                var element = type();
                return new CppType(
                        element.left(),
                        (element.right().startsWith(" [") ? " " : " ") + "[" + size + "]"
                                + element.right().stripLeading());
            }
            case 'M' -> {
                in.next();
                var owner = type().text();
                return type().memberPointer(owner);
            }
            case 'T' -> {
                var parameter = templateParameter();
                if (in.peek() != 'I') {
                    return parameter;
                }
                remember(parameter);
                return CppType.named(parameter.text() + arguments());
            }
            case 'N', 'Z', 'S', 'U' -> {
                return names.name();
            }
            default -> {
                if (!in.isAtDigit()) {
                    throw new MalformedSymbol();
                }
                return names.name();
            }
        }
    }

    private CppType qualified() {
        var isRestrict = in.accept('r');
        var isVolatile = in.accept('V');
        var isConst = in.accept('K');
        var type = type();
        type = isConst ? type.qualified("const") : type;
        type = isVolatile ? type.qualified("volatile") : type;
        return isRestrict ? type.qualified("restrict") : type;
    }

    private CppType function() {
        in.next();
        in.accept('Y');
        var result = type();
        var parameters = parameters('E');
        return new CppType(result.left() + (result.right().isEmpty() ? " " : ""), parameters + result.right());
    }

    /** The parameters in parentheses, up to the end or the closing {@code E}. */
    String parameters() {
        var texts = new ArrayList<String>();
        var length = 0;
        while (!in.isAtEnd() && in.peek() != 'E') {
            texts.add(type().text());
            length += texts.get(texts.size() - 1).length();
            LimitedText.check(length);
        }
        if (texts.isEmpty()) {
            throw new MalformedSymbol();
        }
        return texts.equals(List.of("void")) ? "()" : "(" + String.join(", ", texts) + ")";
    }

    String parameters(char end) {
        var parameters = parameters();
        in.expect(end);
        return parameters;
    }

    /** Template arguments, {@code <int, 5>}; template parameters refer to them from here on. */
    String arguments() {
        in.enter();
        in.expect('I');
        var list = new ArrayList<CppType>();
        var length = 0;
        for (var read = 0; !in.accept('E'); ) {
            argument(list);
            for (; read < list.size(); read++) {
                length += list.get(read).text().length();
            }
            LimitedText.check(length);
        }
        arguments = namesFunction ? list : arguments;
        in.leave();
        var text = String.join(", ", list.stream().map(CppType::text).toList());
        LimitedText.check(text.length());
        return "<" + text + (text.endsWith(">") ? " >" : ">");
    }

    private void argument(List<CppType> list) {
        if (in.accept('J')) {
            while (!in.accept('E')) {
                argument(list);
            }
        } else if (in.peek() == 'L') {
            list.add(CppType.named(literal()));
        } else {
            list.add(type());
        }
    }

    private String literal() {
        in.expect('L');
        char code = in.peek();
        if (code == '_') {
            throw new MalformedSymbol();
        }
        var type = type().text();
        var value = new StringBuilder(in.accept('n') ? "-" : "");
        while (!in.accept('E')) {
            if (!in.isAtDigit()) {
                throw new MalformedSymbol();
            }
            value.append(in.next());
        }
        var suffix = CppBuiltins.SUFFIXES.get(code);
        return code == 'b' && value.toString().matches("[01]")
                ? String.valueOf(value.toString().equals("1"))
                : suffix != null ? value + suffix : "(" + type + ")" + value;
    }

    CppType templateParameter() {
        in.expect('T');
        var number = in.isAtDigit() ? in.decimal() + 1 : 0;
        in.expect('_');
        if (number >= arguments.size()) {
            throw new MalformedSymbol();
        }
        return arguments.get(number);
    }

    /** A back reference: {@code S_} is the first, {@code S0_} the second; some names of the standard library have letters. */
    CppType substitution() {
        in.expect('S');
        var standard = CppBuiltins.STANDARD.get(in.peek());
        if (standard != null) {
            char letter = in.next();
            var isConstructed = in.peek() == 'C' || in.peek() == 'D';
            return CppType.named(isConstructed ? CppBuiltins.CONSTRUCTED.getOrDefault(letter, standard) : standard);
        }
        var number = 0;
        if (!in.accept('_')) {
            for (char c = in.next(); c != '_'; c = in.next()) {
                var digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
                number = number * 36 + digit;
                if (digit < 0 || number > seen.size()) {
                    throw new MalformedSymbol();
                }
            }
            number++;
        }
        if (number >= seen.size()) {
            throw new MalformedSymbol();
        }
        return seen.get(number);
    }
}
