package org.unsplat.model;

/**
 * What one character of a lock's usage says.
 *
 * @param state {@code HARDIRQ}, {@code SOFTIRQ} or {@code RECLAIM_FS}
 * @param access {@code write} or {@code read}
 * @param meaning in words
 */
public record UsageState(String state, String access, String meaning) {}
