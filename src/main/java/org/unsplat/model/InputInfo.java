package org.unsplat.model;

/**
 * What was read of one input.
 *
 * @param name the operand as given, {@code -} for stdin
 * @param bytes after decompression
 * @param reports how many reports were found in it
 * @param lockdepOff where lockdep switched itself off, null where nothing shows that it did
 */
public record InputInfo(String name, long bytes, int lines, int reports, LockdepOff lockdepOff) {

    /** From this line on the run has no lock coverage. */
    public record LockdepOff(int line, String reason) {}
}
