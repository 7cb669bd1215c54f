package org.unsplat.model;

/**
 * That one lock was taken while another was held: an edge of a cycle of locks.
 *
 * @param held the class of the lock that was held
 * @param taken the class of the lock that was taken
 * @param by the function that took it, null where the report does not tell
 * @param at the frame of that function, null where the report does not tell
 */
public record OrderEdge(String held, String taken, String by, StackFrame at) {}
