package org.unsplat.model;

/** "inconsistent {FROM} -> {TO} usage.": two usage states that must not be combined, {@code IN-HARDIRQ-W} and {@code HARDIRQ-ON-W}. */
public record Usage(String from, String to) {}
