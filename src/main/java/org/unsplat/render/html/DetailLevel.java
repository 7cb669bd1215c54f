package org.unsplat.render.html;

/** How much of a bug is on the page; a page of many bugs leaves out texts so that it does not become too large. */
enum DetailLevel {
    ALL(""),
    WITHOUT_RAW("the text as it came"),
    WITHOUT_KERNEL_TEXT("the kernel text"),
    SHORT_STACKS("the kernel text and the ends of stacks"),
    FACTS("all texts and the ends of stacks"),
    BRIEF("stacks, locks and texts");

    private static final int MANY = 190;
    private static final int FEW = 20;

    private final String leftOut;

    DetailLevel(String leftOut) {
        this.leftOut = leftOut;
    }

    /** The next level with more details; the same if there is none. */
    DetailLevel more() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /** The next level with fewer details; the same if there is none. */
    DetailLevel less() {
        return values()[Math.min(BRIEF.ordinal(), ordinal() + 1)];
    }

    /** Names what is not on the page; empty if nothing is missing. */
    String leftOut() {
        return leftOut;
    }

    boolean hasFacts() {
        return this != BRIEF;
    }

    boolean hasRaw() {
        return this == ALL;
    }

    boolean hasCanonical() {
        return compareTo(WITHOUT_KERNEL_TEXT) < 0;
    }

    boolean hasTrimmed() {
        return compareTo(FACTS) < 0;
    }

    /** The number of reports that are listed by their first line only. */
    int laterReports() {
        return hasWholeStacks() ? MANY : FEW;
    }

    boolean hasWholeStacks() {
        return compareTo(SHORT_STACKS) < 0;
    }
}
