package org.unsplat.model;

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
}
