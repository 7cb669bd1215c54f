package org.unsplat.model;

/**
 * The meaning of one character of a lock's usage.
 *
 * @param state {@code HARDIRQ}, {@code SOFTIRQ} or {@code RECLAIM_FS}
 * @param access {@code write} or {@code read}
 * @param meaning the meaning as a phrase
 */
public record UsageState(String state, String access, String meaning) {}
