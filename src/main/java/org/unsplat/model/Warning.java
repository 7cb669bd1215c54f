package org.unsplat.model;

/**
 * The WARN that a lockdep report or a held-locks list is part of.
 *
 * @param message the line that says what is wrong, null where there is none
 * @param messageLast whether it stood after the head, as on arm
 * @param at the place in its head
 * @param endTrace the id in "---[ end trace ... ]---", null where not printed
 */
public record Warning(String message, boolean messageLast, StackFrame at, String endTrace) {}
