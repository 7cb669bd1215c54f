package org.unsplat.model;

/**
 * {@code {outer:inner}}, or the context of an invalid wait.
 *
 * @param outerMeans the wait type's name, null where the report does not tell which numbering it uses
 * @param innerMeans likewise
 */
public record WaitTypes(int outer, int inner, String outerMeans, String innerMeans) {

    /** As printed, without the names. */
    public WaitTypes(int outer, int inner) {
        this(outer, inner, null, null);
    }
}
