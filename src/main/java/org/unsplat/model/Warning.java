package org.unsplat.model;

/**
 * The WARN that a lockdep report or a held-locks list is part of.
 *
 * @param message the line that says what is wrong, null where there is none
 * @param messageLast whether it stood after the head, as on arm
 * @param file the source file in the head, null where not printed
 * @param line of that file
 * @param endTrace the id in "---[ end trace ... ]---", null where not printed
 */
public record Warning(String message, boolean messageLast, String file, Integer line, String endTrace) {
}
