package org.unsplat.model;

/**
 * An edge of a lock cycle: one lock was taken while another was held.
 *
 * @param held the class of the lock that was held
 * @param taken the class of the lock that was taken
 * @param by the function that took it, null if the report does not tell
 * @param at the frame of that function, null if the report does not tell
 */
public record OrderEdge(String held, String taken, String by, StackFrame at) {}
