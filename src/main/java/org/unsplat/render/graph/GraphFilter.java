package org.unsplat.render.graph;

import java.util.List;

/**
 * Selects the edges of a graph that are drawn.
 *
 * @param classes lock classes, as printed or as labelled; an edge must touch one of them; empty for all
 * @param minReports the number of reports that an edge must be in
 * @param maxEdges the largest number of edges; edges that reports are about, and then the most frequent, are kept
 */
public record GraphFilter(List<String> classes, int minReports, int maxEdges) {

    /** Selects all edges. */
    public static final GraphFilter ALL = new GraphFilter(List.of(), 1, Integer.MAX_VALUE);

    boolean takes(String lock) {
        return classes.stream().anyMatch(each -> lock.equals(each) || lock.equals(ClassLabels.stable(each)));
    }

    boolean takes(LockGraph.Edge edge) {
        return edge.reports() >= minReports
                && (classes.isEmpty()
                        || takes(edge.from().lock())
                        || takes(edge.to().lock()));
    }
}
