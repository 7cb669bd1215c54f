package org.unsplat.demangle;

/**
 * A C++ type or name: the text before and after the declared name, as in {@code int (*}name{@code )(char)}.
 *
 * @param left ends with {@code (*} or the like if a pointer to it needs no parentheses of its own
 * @param right the parameters of a function, or the size of an array
 */
record CppType(String left, String right) {

    CppType {
        LimitedText.check(left.length() + right.length());
    }

    static CppType named(String name) {
        return new CppType(name, "");
    }

    String text() {
        return left + right;
    }

    boolean isFunction() {
        return right.startsWith("(");
    }

    /** @param mark {@code *}, {@code &} or {@code &&} */
    CppType pointer(String mark) {
        if (right.isEmpty() || right.startsWith(")")) {
            return mark.equals("*") || !left.endsWith("&") ? new CppType(left + mark, right) : collapsed(mark);
        }
        return new CppType(left + (left.endsWith(" ") ? "" : " ") + "(" + mark, ")" + right);
    }

    /** Reference collapsing: a reference to a reference is one reference, an lvalue reference if either is. */
    private CppType collapsed(String mark) {
        return mark.equals("&") && left.endsWith("&&")
                ? new CppType(left.substring(0, left.length() - 1), right)
                : this;
    }

    CppType qualified(String word) {
        return isFunction() ? new CppType(left, right + " " + word) : new CppType(left + " " + word, right);
    }

    CppType memberPointer(String owner) {
        return isFunction()
                ? new CppType(left + (left.endsWith(" ") ? "" : " ") + "(" + owner + "::*", ")" + right)
                : new CppType(left + " " + owner + "::*", right);
    }
}
