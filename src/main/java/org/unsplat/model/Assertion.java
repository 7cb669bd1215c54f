package org.unsplat.model;

/**
 * The condition of a failed check: of {@code DEBUG_LOCKS_WARN_ON()}, {@code lockdep_assert_held()} and similar macros.
 *
 * @param expression the condition as the kernel prints it
 * @param lock the lock that a {@code lockdep_assert_*} names, {@code &sk->sk_lock}; null if it names none or several
 */
public record Assertion(String expression, String lock) {}
