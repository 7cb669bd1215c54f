package org.unsplat.model;

import java.util.List;

/**
 * What "suspicious RCU usage" says.
 *
 * @param file as the compiler knew it, relative or absolute
 * @param message without the exclamation mark that ends the line
 * @param notes further lines in words, such as "RCU used illegally from idle CPU!"
 */
public record RcuUsage(
        String file, Integer line, String message, Integer schedulerActive, Integer debugLocks, List<String> notes) {}
