package org.unsplat.model;

import java.util.Set;

/**
 * What the user should know of a run, beside its reports.
 *
 * @param level {@code error} or {@code warning}
 * @param code a stable slug, {@code unreadable-input}
 * @param input the name of the input, null where it is about none
 * @param line of the input, null where it is about no line
 */
public record Diagnostic(String level, String code, String input, Integer line, String message) {

    /** A headline stands inside a line, and no report was read from it. */
    public static final String HEADLINE_NOT_READ = "headline-not-read";

    /** No line of an input looks like a kernel's. */
    public static final String NO_KERNEL_LINE = "no-kernel-line";

    /** An input is an archive that is not unpacked. */
    public static final String NOT_UNPACKED = "not-unpacked";

    /** An input holds nothing. */
    public static final String EMPTY_INPUT = "empty-input";

    /** A debug file cannot be read, or is none. */
    public static final String SYMBOLS_UNREADABLE = "symbols-unreadable";

    /** There is no debug file of a module or of the kernel, or it has no lines. */
    public static final String SYMBOLS_MISSING = "symbols-missing";

    /** A debug file is of another build or release than the log. */
    public static final String SYMBOLS_BUILD_ID = "symbols-build-id";

    /** The program that reads lines cannot be run, or gives no answers. */
    public static final String SYMBOLS_TOOL = "symbols-tool";

    /** Several files may be the debug file, and nothing tells which is of the build that printed the log. */
    public static final String SYMBOLS_SEVERAL_FILES = "symbols-several-files";

    /** A name stands for several functions, and nothing tells which. */
    public static final String SYMBOLS_AMBIGUOUS = "symbols-ambiguous";

    /** A debug file does not have a function that the log prints. */
    public static final String SYMBOLS_NOT_FOUND = "symbols-not-found";

    private static final Set<String> UNUSED_SYMBOLS =
            Set.of(SYMBOLS_UNREADABLE, SYMBOLS_MISSING, SYMBOLS_BUILD_ID, SYMBOLS_SEVERAL_FILES, SYMBOLS_TOOL);

    private static final Set<String> UNREAD = Set.of(HEADLINE_NOT_READ, NO_KERNEL_LINE, NOT_UNPACKED, EMPTY_INPUT);

    /** Whether it is a warning that reports may be there, or should be, that were not read. */
    public boolean tellsOfUnread() {
        return UNREAD.contains(code);
    }

    /** Whether it is a warning that symbols which the user gave, or should give, were not used. */
    public boolean tellsOfUnusedSymbols() {
        return UNUSED_SYMBOLS.contains(code);
    }
}
