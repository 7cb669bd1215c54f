package org.unsplat.model;

/** "inconsistent {FROM} -> {TO} usage.": two usage states that exclude each other. */
public record Usage(String from, String to) {}
