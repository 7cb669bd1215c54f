package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.render.graph.LockGraph;
import org.unsplat.render.show.ReportStacks;
import org.unsplat.triage.Finding;

/** Draws the order of the locks of all bugs together, as {@code graph} knows it: bugs that share locks meet there. */
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

    /** Those that close a cycle first, then those of most reports, as long as there is room for their locks. */
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

    /** Null where no two bugs have an order of locks. */
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

    /** How many locks are not drawn, in words; empty for none. */
    String leftOut() {
        var left = all - nodes.size();
        return left == 0 || nodes.isEmpty()
                ? ""
                : PageHeads.plural(left, "more lock") + " not drawn; unsplat graph has all.";
    }
}
