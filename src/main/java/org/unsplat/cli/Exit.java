package org.unsplat.cli;

/** The exit statuses. If several apply: 2 before 1 before 3. */
final class Exit {

    static final int DONE = 0;
    static final int NEW_FOUND = 1;
    static final int FAILED = 2;
    static final int NOT_UNDERSTOOD = 3;
    /** Tells {@code git bisect run} that the commit cannot be tested. */
    static final int SKIPPED = 125;

    private Exit() {}
}
