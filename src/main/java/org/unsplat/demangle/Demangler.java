package org.unsplat.demangle;

import org.unsplat.classify.LineCache;
import org.unsplat.input.bytes.Regex;

/**
 * Demangles the names that compilers of Rust or C++ give to functions. For names of C, which almost all are, it only looks at
 * two characters.
 */
public final class Demangler {

    private static final Regex CRATE_HASH = new Regex("(?<=[\\w}])\\[[0-9a-f]{1,16}\\]");
    private static final Regex RUST_HASH = new Regex("::h[0-9a-f]{16}$");
    private static final Regex CLONE = new Regex("\\.(?:[a-zA-Z_]+(?:\\.\\d+)*|\\d+)");
    private static final Regex SUFFIX =
            new Regex("(?: \\[clone | \\(\\.|\\.(?=(?:llvm|cold|isra|constprop|part|lto_priv)(?:\\.|$))).*$");
    private static final String HASH_START = "17h";
    private static final int HASH_LENGTH = 20;
    private static final LineCache<Names> READ = new LineCache<>(512, Demangler::read);

    /**
     * @param full null if the name is not mangled
     * @param name never null
     */
    private record Names(String full, String name) {}

    private Demangler() {}

    /**
     * The demangled name as {@code c++filt -i} and {@code decode_stacktrace.sh} write it:
     * {@code <rust_binder::process::Process>::take}, {@code fakeName(int, int, int)}; null if the function is not mangled. A C++
     * name ends with the compiler's suffix, {@code [clone ...]}.
     */
    public static String demangle(String function) {
        return isMangled(function) ? READ.get(function).full : null;
    }

    /**
     * The name of a function, mangled or not, for titles and sentences: without hashes, C++ parameters and compiler suffixes. A
     * name that is neither Rust nor C++ is returned unchanged.
     */
    public static String name(String function) {
        return isMangled(function) || function.contains("::") ? READ.get(function).name : function;
    }

    /** Whether the name is mangled; old powerpc puts a dot before it. */
    private static boolean isMangled(String function) {
        var start = function.startsWith(".") ? 1 : 0;
        return function.startsWith("_R", start) || function.startsWith("_Z", start);
    }

    private static Names read(String function) {
        try {
            return isMangled(function) ? mangled(function) : new Names(null, plain(function));
        } catch (MalformedSymbol e) {
            return new Names(null, function);
        }
    }

    private static Names mangled(String function) {
        var start = function.startsWith(".") ? 3 : 2;
        if (function.startsWith("_R", start - 2)) {
            var dot = function.indexOf('.', start);
            var name = RustName.demangle(function.substring(start, dot < 0 ? function.length() : dot));
            return new Names(name, name);
        }
        var rust = legacy(function, start);
        if (rust != null) {
            return new Names(rust, rust);
        }
        return new Names(cpp(function, start, true), cpp(function, start, false));
    }

    /** A legacy Rust name; null if it has no hash. The suffix begins after the hash, because names contain dots too. */
    private static String legacy(String function, int start) {
        if (!function.startsWith("N", start)) {
            return null;
        }
        for (int hash = function.indexOf(HASH_START, start); hash >= 0; hash = function.indexOf(HASH_START, hash + 1)) {
            var end = hash + HASH_LENGTH;
            if (end == function.length() || end < function.length() && function.charAt(end) == '.') {
                return RustLegacyName.demangle(function.substring(start + 1, end));
            }
        }
        return null;
    }

    private static String cpp(String function, int start, boolean whole) {
        var dot = function.indexOf('.', start);
        var name = CppName.demangle(function.substring(start, dot < 0 ? function.length() : dot), whole);
        return whole && dot >= 0 ? name + CLONE.matcher(function.substring(dot)).replaceAll(" [clone $0]") : name;
    }

    private static String plain(String function) {
        var name = SUFFIX.matcher(function).replaceFirst("");
        name = RUST_HASH.matcher(name).replaceFirst("");
        name = withoutParameters(name);
        return name.indexOf('[') < 0 ? name : CRATE_HASH.matcher(name).replaceAll("");
    }

    /** Removes C++ parameters. Names of Rust never end with a parenthesis. */
    private static String withoutParameters(String text) {
        var name = text.endsWith(") const") ? text.substring(0, text.length() - " const".length()) : text;
        if (!name.endsWith(")") || name.endsWith("operator()")) {
            return name;
        }
        var depth = 0;
        for (var at = name.length() - 1; at > 0; at--) {
            depth += name.charAt(at) == ')' ? 1 : name.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return name.substring(0, at);
            }
        }
        return name;
    }
}
