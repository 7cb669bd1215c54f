package org.unsplat.model;

/**
 * The condition of a check that failed: of {@code DEBUG_LOCKS_WARN_ON()}, of {@code lockdep_assert_held()} and its kin.
 *
 * @param expression the condition as the kernel prints it
 * @param lock the lock that a {@code lockdep_assert_*} names, {@code &sk->sk_lock}; null where it names none or several
 */
public record Assertion(String expression, String lock) {}
