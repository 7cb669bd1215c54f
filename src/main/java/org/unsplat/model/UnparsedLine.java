package org.unsplat.model;

/** A line of a report that no rule could read: its number in the input, and its text without the prefix. */
public record UnparsedLine(int line, String text) {}
