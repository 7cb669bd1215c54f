package org.unsplat.render.graph;

import java.util.List;

/**
 * Which edges of a graph are drawn.
 *
 * @param classes lock classes, as printed or as labelled, of which an edge must touch one; empty for all
 * @param minReports in how many reports an edge must be
 * @param maxEdges how many edges there may be: those that reports complain of and those of most reports stay
 */
public record GraphFilter(List<String> classes, int minReports, int maxEdges) {

    /** Draws all of them. */
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
