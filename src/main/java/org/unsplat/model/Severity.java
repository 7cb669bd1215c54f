package org.unsplat.model;

/** How bad a kind of report is, worst first. */
public enum Severity {
    /** The kernel can deadlock or corrupt memory. */
    CRITICAL,
    /** A violated rule that does harm only sometimes. */
    MAJOR,
    /** A limit, a check of lockdep itself, or a list of locks printed with another report. */
    MINOR
}
