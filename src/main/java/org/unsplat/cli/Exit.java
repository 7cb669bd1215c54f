package org.unsplat.cli;

/** The exit statuses of the contract. Where several apply: 2 before 1 before 3. */
final class Exit {

    static final int DONE = 0;
    static final int NEW_FOUND = 1;
    static final int FAILED = 2;
    static final int NOT_UNDERSTOOD = 3;
    /** What {@code git bisect run} takes for a commit that cannot be tested. */
    static final int SKIPPED = 125;

    private Exit() {}
}
