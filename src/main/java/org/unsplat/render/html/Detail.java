package org.unsplat.render.html;

/** How much of a bug is on the page: less where a page of many bugs would become too large. */
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

    /** What is not on the page, in words; empty for nothing. */
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
