package org.unsplat.render.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unsplat.lockdep.LockEdge;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;

/**
 * Which locks are taken while which are held, over any number of reports. A report counts an edge once. Classes of several boots
 * are one node if {@link ClassLabels} gives them the same name.
 */
public final class LockGraph {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();

    /**
     * A lock class.
     *
     * @param id {@code n1}, {@code n2}, ... in the order of appearance
     */
    public record Node(String id, String lock) {}

    /**
     * The fact that {@code to} was taken while {@code from} was held, with the functions that did it and the number of reports; or
     * that one task waits for another.
     */
    public static final class Edge {

        private final Node from;
        private final Node to;
        private final boolean interrupt;
        private final Set<String> functions = new LinkedHashSet<>();
        private boolean isNew;
        private boolean closesCycle;
        private int reports;

        private Edge(Node from, Node to, boolean interrupt) {
            this.from = from;
            this.to = to;
            this.interrupt = interrupt;
        }

        public Node from() {
            return from;
        }

        public Node to() {
            return to;
        }

        /** Whether it stands for an interrupt that may come while {@link #from} is held. */
        public boolean isInterrupt() {
            return interrupt;
        }

        /** Whether a report is about this edge. */
        public boolean isNew() {
            return isNew;
        }

        /** Whether it closes a cycle: it is the edge that a report is about or, if there is none, the interrupt. */
        public boolean closesCycle() {
            return closesCycle;
        }

        public Set<String> functions() {
            return functions;
        }

        public int reports() {
            return reports;
        }
    }

    /** Adds the edges of a report. */
    public void add(Report report) {
        var counted = new LinkedHashSet<Edge>();
        var labels = new ClassLabels();
        var order = LockOrder.of(report);
        for (var edge : order) {
            var interrupt = edge.kind() == LockEdge.Kind.INTERRUPT;
            var from = labels.of(edge.from());
            var to = labels.of(edge.to());
            var key = from + "\n" + to + "\n" + interrupt;
            var known = edges.computeIfAbsent(key, any -> new Edge(node(from), node(to), interrupt));
            known.isNew |= edge.isNew();
            known.closesCycle |= edge.closes(order);
            if (edge.site() != null) {
                known.functions.add(FrameText.name(edge.site()));
            }
            counted.add(known);
        }
        counted.forEach(edge -> edge.reports++);
        if (report.lockdep() != null && counted.isEmpty()) {
            report.lockdep()
                    .held()
                    .forEach(list -> list.locks().stream()
                            .map(Lock::classText)
                            .filter(name -> name != null)
                            .map(labels::of)
                            .forEach(this::node));
        }
    }

    private Node node(String lock) {
        return nodes.computeIfAbsent(lock, name -> new Node("n" + (nodes.size() + 1), name));
    }

    public Collection<Node> nodes() {
        return nodes.values();
    }

    public Collection<Edge> edges() {
        return edges.values();
    }

    /** The edges selected by the filter, with their locks. */
    public LockGraph filtered(GraphFilter filter) {
        if (filter.equals(GraphFilter.ALL)) {
            return this;
        }
        var kept = edges.values().stream()
                .filter(filter::takes)
                .sorted(Comparator.comparing(Edge::closesCycle)
                        .thenComparing(Edge::reports)
                        .reversed())
                .limit(filter.maxEdges())
                .collect(Collectors.toSet());
        var part = new LockGraph();
        var locks = new LinkedHashSet<Node>();
        edges.forEach((key, edge) -> {
            if (kept.contains(edge)) {
                part.edges.put(key, edge);
                locks.addAll(List.of(edge.from, edge.to));
            }
        });
        nodes.forEach((lock, node) -> {
            if (locks.contains(node) || filter.takes(lock)) {
                part.nodes.put(lock, node);
            }
        });
        return part;
    }
}
