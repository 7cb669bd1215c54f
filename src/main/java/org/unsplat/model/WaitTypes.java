package org.unsplat.model;

/**
 * The wait types {@code {outer:inner}} of a lock, or {@code context-{n:n}} of an invalid wait context.
 *
 * @param outerMeans the name of the wait type, null if the report does not show which numbering the kernel uses
 * @param innerMeans as {@code outerMeans}
 */
public record WaitTypes(int outer, int inner, String outerMeans, String innerMeans) {

    /** The numbers as printed, without names. */
    public WaitTypes(int outer, int inner) {
        this(outer, inner, null, null);
    }
}
