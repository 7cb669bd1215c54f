package org.unsplat.model;

/**
 * What was read of one input.
 *
 * @param name the operand as given; {@code -} for standard input
 * @param bytes the size after decompression
 * @param lines the number of lines
 * @param reports the number of reports found in it
 * @param lockdepOff where lockdep switched itself off; null if nothing shows that it did
 */
public record InputInfo(String name, long bytes, int lines, int reports, LockdepOff lockdepOff) {

    /** The line from which on the log has no lock coverage, and why. */
    public record LockdepOff(int line, String reason) {}
}
