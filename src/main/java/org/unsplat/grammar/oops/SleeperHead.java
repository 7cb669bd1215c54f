package org.unsplat.grammar.oops;

/**
 * The headline of a function that may sleep, called where nothing may, and whether it is lost or cut.
 * <pre>
 * BUG: sleeping function called from invalid context at kernel/locking/mutex.c:586
 * in_atomic(): 0, irqs_disabled(): 0, non_block: 0, pid: 1, name: init
 * </pre>
 */
public final class SleeperHead {

    /** The first line below the headline. */
    static final String BELOW = "in_atomic(): ";

    private SleeperHead() {}

    /** Whether the line in the place of the headline is the one below it. */
    public static boolean isLost(String headline) {
        return headline.startsWith(BELOW);
    }

    /** Whether the end of the headline is missing. */
    public static boolean isCut(String headline) {
        return OopsHeaderTypes.HEAD.isCut(headline)
                || headline.startsWith("BUG: sleeping") && !OopsHeaderTypes.HEAD.isStrict(headline);
    }
}
