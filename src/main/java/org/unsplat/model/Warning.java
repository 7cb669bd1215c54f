package org.unsplat.model;

/**
 * The WARN that a lockdep report or a held-locks list is part of.
 *
 * @param message the line or lines before or after the head, null where there is none
 * @param at the place in its head
 */
public record Warning(String message, StackFrame at) {
}
