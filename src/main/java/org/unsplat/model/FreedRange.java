package org.unsplat.model;

/** The memory that was freed with a lock in it; {@code to} is its last byte. */
public record FreedRange(String from, String to) {}
