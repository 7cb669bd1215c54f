package org.unsplat.triage;

import java.util.List;
import org.unsplat.classify.LineCache;
import org.unsplat.demangle.Demangler;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * The name of a function in a form that does not change with a rebuild: {@code __flush_work.isra.0} becomes
 * {@code __flush_work}, {@code kmalloc_noprof} becomes {@code kmalloc}, {@code __x64_sys_read} becomes {@code sys_read}. Names
 * of Rust and C++ are demangled, and the numbers of closures removed.
 */
final class FunctionName {

    /** The prefixes that syscall macros put before {@code sys_} and {@code compat_sys_}. */
    private static final Regex SYSCALL =
            new Regex("__(?:x64|ia32|arm64|arm|riscv|s390x?|powerpc|mips|loongarch|se|do)_((?:compat_)?sys_\\w+)");

    private static final List<String> OLD_SYSCALLS = List.of("SyS_", "SYSC_");
    /** Legacy mangling of Rust has two braces and no number; v0 numbers the closures of a function. */
    private static final Regex CLOSURE = new Regex("\\{(?:\\{(closure)\\}\\}|(closure|shim(?::\\w+)?)#\\d+\\})");

    private static final String PROFILED = "_noprof";
    private static final LineCache<String> PLAIN = new LineCache<>(1024, FunctionName::read);

    private FunctionName() {}

    /**
     * The name of a frame; null if the frame does not count: it is unreliable, inlined (which only a symbolized log shows), or an
     * address without a name.
     */
    static String of(StackFrame frame) {
        return counts(frame) ? plain(frame.function()) : null;
    }

    /** Whether a frame has a name and counts. */
    static boolean counts(StackFrame frame) {
        return frame != null
                && frame.function() != null
                && frame.reliable()
                && !frame.inline()
                && !"unreliable".equals(frame.note());
    }

    /** The name in the source; null if it is no name. */
    static String plain(String function) {
        return PLAIN.get(function);
    }

    private static String read(String function) {
        var source = Demangler.name(function);
        if (!source.equals(function) || source.contains("::")) {
            return withoutNumbers(source);
        }
        var name = withoutSuffix(function.startsWith(".") ? function.substring(1) : function);
        return isName(name) && !name.startsWith("0x") ? name : null;
    }

    /** A Rust name without the numbers of closures, which change when a closure is added above. */
    static String withoutNumbers(String demangled) {
        return demangled.indexOf('{') < 0
                ? demangled
                : CLOSURE.matcher(demangled).replaceAll("{$1$2}");
    }

    /** Whether it has only characters of names, at least one of them a letter or an underscore. */
    private static boolean isName(String name) {
        var hasLetter = false;
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            var isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!isLetter && c != '$' && (c < '0' || c > '9')) {
                return false;
            }
            hasLetter |= isLetter;
        }
        return hasLetter;
    }

    /** The name without {@code .isra.0}, {@code .constprop.0}, {@code .cold}, {@code .part.0}, {@code .llvm.123} and the like. */
    private static String withoutSuffix(String function) {
        var dot = function.indexOf('.');
        var name = dot < 0 ? function : function.substring(0, dot);
        if (name.endsWith(PROFILED)) {
            name = name.substring(0, name.length() - PROFILED.length());
        }
        for (var old : OLD_SYSCALLS) {
            if (name.startsWith(old)) {
                return "sys_" + name.substring(old.length());
            }
        }
        if (!name.contains("sys_")) {
            return name;
        }
        var syscall = SYSCALL.matcher(name);
        return syscall.matches() ? syscall.group(1) : name;
    }
}
