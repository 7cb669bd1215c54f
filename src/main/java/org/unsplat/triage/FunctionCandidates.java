package org.unsplat.triage;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.demangle.Demangler;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;

/**
 * The functions that may name a bug, best candidate first: those of the given stacks and places, except
 * {@link SkippedFunctions}. Unreliable frames do not count. Inlined ones do not either, because a raw log does not show them,
 * and its title must not change when it is symbolized.
 */
final class FunctionCandidates {

    /** Prefixes of syscall functions ({@code __x64_sys_sync}, {@code __se_sys_sync}); the longest that fits is removed. */
    private static final List<String> SYSCALL_PREFIXES = List.of(
            "compat_SYSC_",
            "compat_SyS_",
            "__do_sys_",
            "__se_sys_",
            "__arm64_",
            "____sys_",
            "__ia32_",
            "___sys_",
            "__x64_",
            "__sys_",
            "SYSC_",
            "__se_",
            "ksys_",
            "SyS_",
            "sys_");

    private static final Regex C_NAME = new Regex("\\w+");

    private final SkippedFunctions skipped;
    private final int wanted;
    private final List<String> names = new ArrayList<>();

    /** Keeps only the first candidate. */
    FunctionCandidates(SkippedFunctions skipped) {
        this(skipped, 1);
    }

    /** @param wanted the number of candidates to keep; the rest of long stacks is not examined */
    FunctionCandidates(SkippedFunctions skipped, int wanted) {
        this.skipped = skipped;
        this.wanted = wanted;
    }

    /** Adds the place that a lock names. */
    FunctionCandidates at(Lock lock) {
        if (lock != null) {
            add(nameOf(lock.at()));
        }
        return this;
    }

    /** Adds a stack, up to the frames that fault injection mixes in. */
    FunctionCandidates stack(List<StackFrame> frames) {
        for (var frame : frames) {
            var name = nameOf(frame);
            if (names.size() >= wanted || "should_fail".equals(name) || "should_failslab".equals(name)) {
                break;
            }
            if (name != null && frame.callee() != null) {
                add(plain(frame.callee()));
            }
            add(name);
        }
        return this;
    }

    private void add(String name) {
        if (name != null && names.size() < wanted && !skipped.skips(name)) {
            names.add(withoutSyscallPrefix(name));
        }
    }

    List<String> names() {
        return names;
    }

    /** The first candidate, or null. */
    String first() {
        return names.isEmpty() ? null : names.get(0);
    }

    /** The function of a frame as a title writes it, skipped or not; null if the frame does not count. */
    static String nameOf(StackFrame frame) {
        return FunctionName.counts(frame) ? plain(frame.function()) : null;
    }

    /** The name without {@code .isra.0} and similar suffixes and without the leading dot of old powerpc; null if it is no name. */
    private static String plain(String function) {
        var source = Demangler.name(function);
        if (!source.equals(function) || source.contains("::")) {
            return FunctionName.withoutNumbers(source);
        }
        var dotless = function.startsWith(".") ? function.substring(1) : function;
        var dot = dotless.indexOf('.');
        var name = dot < 0 ? dotless : dotless.substring(0, dot);
        return C_NAME.matches(name) ? name : null;
    }

    private static String withoutSyscallPrefix(String name) {
        for (var prefix : SYSCALL_PREFIXES) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }
}
