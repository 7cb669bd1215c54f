package org.unsplat.model;

import java.util.Set;

/**
 * A message for the user about a run, beside its reports.
 *
 * @param level {@code error} or {@code warning}
 * @param code a stable slug, such as {@code unreadable-input}
 * @param input the name of the input; null if the message is about none
 * @param line the number of the line in the input; null if the message is about none
 */
public record Diagnostic(String level, String code, String input, Integer line, String message) {

    /** A headline occurs within a line, and no report was read from it. */
    public static final String HEADLINE_NOT_READ = "headline-not-read";

    /** No line of the input looks like a line of a kernel. */
    public static final String NO_KERNEL_LINE = "no-kernel-line";

    /** The input is or has an archive that is not unpacked, because of its format or its depth in other archives. */
    public static final String NOT_UNPACKED = "not-unpacked";

    /** The input is empty. */
    public static final String EMPTY_INPUT = "empty-input";

    /** A debug file cannot be read, or is not a debug file. */
    public static final String SYMBOLS_UNREADABLE = "symbols-unreadable";

    /** There is no debug file for the kernel or a module, or it has no line information. */
    public static final String SYMBOLS_MISSING = "symbols-missing";

    /** A debug file belongs to another build or release than the log. */
    public static final String SYMBOLS_BUILD_ID = "symbols-build-id";

    /** The symbolizer cannot be run, or does not answer. */
    public static final String SYMBOLS_TOOL = "symbols-tool";

    /** Several files may be the debug file, and none can be shown to belong to the build that printed the log. */
    public static final String SYMBOLS_SEVERAL_FILES = "symbols-several-files";

    /** A symbol stands for several functions, and the log does not tell which. */
    public static final String SYMBOLS_AMBIGUOUS = "symbols-ambiguous";

    /** A debug file lacks a function that the log prints. */
    public static final String SYMBOLS_NOT_FOUND = "symbols-not-found";

    private static final Set<String> UNUSED_SYMBOLS =
            Set.of(SYMBOLS_UNREADABLE, SYMBOLS_MISSING, SYMBOLS_BUILD_ID, SYMBOLS_SEVERAL_FILES, SYMBOLS_TOOL);

    private static final Set<String> UNREAD = Set.of(HEADLINE_NOT_READ, NO_KERNEL_LINE, NOT_UNPACKED, EMPTY_INPUT);

    /** Whether this warns that reports may exist, or should exist, that were not read. */
    public boolean tellsOfUnread() {
        return UNREAD.contains(code);
    }

    /** Whether this warns that debug files were not used although the user gave or needs them. */
    public boolean tellsOfUnusedSymbols() {
        return UNUSED_SYMBOLS.contains(code);
    }
}
