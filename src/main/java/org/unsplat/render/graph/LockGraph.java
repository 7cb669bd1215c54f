package org.unsplat.render.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.unsplat.lockdep.LockEdge;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;

/**
 * Who takes which lock while holding which, over any number of reports. A report counts an edge once; an edge lies on a
 * cycle if there is a way back from its end to its beginning.
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
     * That {@code to} was taken while {@code from} was held, by whom, and in how many reports; or that one task waits for
     * another.
     */
    public static final class Edge {

        private final Node from;
        private final Node to;
        private final boolean interrupt;
        private final Set<String> functions = new LinkedHashSet<>();
        private boolean isNew;
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

        /** Whether it is an interrupt that may come in while {@link #from} is held. */
        public boolean isInterrupt() {
            return interrupt;
        }

        /** Whether a report complains of this very edge. */
        public boolean isNew() {
            return isNew;
        }

        /** Who took the lock. */
        public Set<String> functions() {
            return functions;
        }

        public int reports() {
            return reports;
        }
    }

    /** Adds what a report tells. */
    public void add(Report report) {
        var counted = new LinkedHashSet<Edge>();
        for (var edge : LockOrder.of(report)) {
            var interrupt = edge.kind() == LockEdge.Kind.INTERRUPT;
            var key = edge.from() + "\n" + edge.to() + "\n" + interrupt;
            var known = edges.computeIfAbsent(key, any -> new Edge(node(edge.from()), node(edge.to()), interrupt));
            known.isNew |= edge.kind() == LockEdge.Kind.NEW || edge.kind() == LockEdge.Kind.WAIT;
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

    /** The edges that lie on a cycle. */
    public Set<Edge> cyclic() {
        var after = new LinkedHashMap<Node, Set<Node>>();
        edges().forEach(edge ->
                after.computeIfAbsent(edge.from(), any -> new LinkedHashSet<>()).add(edge.to()));
        var components = new StronglyConnectedComponents(after);
        var cyclic = new LinkedHashSet<Edge>();
        edges().stream()
                .filter(edge -> components.of(edge.from()) == components.of(edge.to()))
                .forEach(cyclic::add);
        return cyclic;
    }
}
