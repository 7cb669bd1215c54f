package org.unsplat.model;

/** How bad a kind of report is, worst first. */
public enum Severity {
    /** The kernel can hang or write to memory that is not its own. */
    CRITICAL,
    /** A broken rule that does harm only now and then. */
    MAJOR,
    /** A limit, a check of lockdep's own, a list of locks that accompanies something else. */
    MINOR
}
