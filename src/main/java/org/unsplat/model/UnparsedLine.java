package org.unsplat.model;

/** A line within a report that nothing understood, by its number in the input, without its prefix. */
public record UnparsedLine(int line, String text) {}
