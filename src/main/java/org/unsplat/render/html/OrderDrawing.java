package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.render.graph.LockGraph;
import org.unsplat.render.show.ReportStacks;
import org.unsplat.triage.Finding;

/** Draws the lock order of all bugs together, as {@code graph} computes it; bugs that share locks are connected. */
final class OrderDrawing {

    private final List<LockGraph.Edge> drawn = new ArrayList<>();
    private final Set<String> nodes = new HashSet<>();
    private final int all;

    OrderDrawing(List<Finding> findings) {
        var graph = new LockGraph();
        var bugs = 0;
        for (var finding : findings) {
            var report = finding.group().first();
            if (report.lockdep() != null && ReportStacks.tellsOrder(report)) {
                graph.add(report);
                bugs++;
            }
        }
        all = graph.nodes().size();
        if (bugs > 1) {
            choose(graph);
        }
    }

    /** Chooses edges until the locks do not fit: those that close a cycle first, then those of most reports. */
    private void choose(LockGraph graph) {
        var edges = graph.edges().stream()
                .sorted(Comparator.comparing(LockGraph.Edge::closesCycle)
                        .thenComparing(LockGraph.Edge::reports)
                        .reversed())
                .toList();
        for (var edge : edges) {
            var more = new HashSet<>(nodes);
            more.add(edge.from().lock());
            more.add(edge.to().lock());
            if (more.size() <= LayeredDrawing.MOST) {
                nodes.addAll(more);
                drawn.add(edge);
            }
        }
    }

    /** The drawing; null if fewer than two bugs have a lock order. */
    Drawing drawing() {
        var drawing = new LayeredDrawing();
        for (var edge : drawn) {
            drawing.node(edge.from().lock(), edge.from().lock(), "lock");
            drawing.node(edge.to().lock(), edge.to().lock(), "lock");
            drawing.edge(
                    edge.from().lock(),
                    edge.to().lock(),
                    (edge.closesCycle() ? "closing" : "seen") + (edge.isInterrupt() ? " interrupt" : ""),
                    edge.from().lock() + " to " + edge.to().lock() + ": "
                            + (edge.isInterrupt() ? "an interrupt may come in" : String.join(", ", edge.functions())));
        }
        return drawing.isEmpty()
                ? null
                : drawing.drawing(
                        "The order of " + nodes.size() + " locks over all bugs: an arrow leads from a lock that is"
                                + " held to one that is taken under it");
    }

    /** How many locks are not drawn, as a sentence; empty if all are. */
    String leftOut() {
        var left = all - nodes.size();
        return left == 0 || nodes.isEmpty()
                ? ""
                : PageHeads.plural(left, "more lock") + " not drawn; unsplat graph has all.";
    }
}
