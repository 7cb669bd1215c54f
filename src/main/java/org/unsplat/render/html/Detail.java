package org.unsplat.render.html;

/** How much of a bug is on the page; a page of many bugs leaves out texts so that it does not become too large. */
enum Detail {
    ALL(""),
    WITHOUT_RAW("the text as it came"),
    WITHOUT_KERNEL_TEXT("the kernel text"),
    SHORT_STACKS("the kernel text and the ends of stacks"),
    FACTS("all texts and the ends of stacks");

    private final String leftOut;

    Detail(String leftOut) {
        this.leftOut = leftOut;
    }

    /** Names what is not on the page; empty if nothing is missing. */
    String leftOut() {
        return leftOut;
    }

    boolean hasRaw() {
        return this == ALL;
    }

    boolean hasCanonical() {
        return compareTo(WITHOUT_KERNEL_TEXT) < 0;
    }

    boolean hasTrimmed() {
        return this != FACTS;
    }

    boolean hasWholeStacks() {
        return compareTo(SHORT_STACKS) < 0;
    }
}
