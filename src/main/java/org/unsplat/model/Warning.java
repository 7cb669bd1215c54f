package org.unsplat.model;

/**
 * The WARN splat that contains a lockdep report or a list of held locks.
 *
 * @param message the line that says what is wrong, null if there is none
 * @param messageLast whether the message came after the WARNING line, as on arm
 * @param at the place in the WARNING line
 * @param endTrace the id in "---[ end trace ... ]---", null where not printed
 */
public record Warning(String message, boolean messageLast, StackFrame at, String endTrace) {}
