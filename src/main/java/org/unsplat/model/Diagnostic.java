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

    private static final Set<String> UNREAD = Set.of(HEADLINE_NOT_READ, NO_KERNEL_LINE, NOT_UNPACKED, EMPTY_INPUT);

    /** Whether it is a warning that reports may be there, or should be, that were not read. */
    public boolean tellsOfUnread() {
        return UNREAD.contains(code);
    }
}
