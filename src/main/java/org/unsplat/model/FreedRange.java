package org.unsplat.model;

/** The freed memory with a held lock in it, as printed in hexadecimal; {@code to} is its last byte. */
public record FreedRange(String from, String to) {}
