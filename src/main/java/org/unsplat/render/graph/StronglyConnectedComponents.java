package org.unsplat.render.graph;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.unsplat.render.graph.LockGraph.Node;

/**
 * Which locks can each be reached from each other: the strongly connected components, by Tarjan's method, without
 * recursion, for the chain may be as long as a log.
 */
final class StronglyConnectedComponents {

    private final Map<Node, Set<Node>> after;
    private final Map<Node, Integer> index = new HashMap<>();
    private final Map<Node, Integer> low = new HashMap<>();
    private final Map<Node, Integer> component = new HashMap<>();
    private final ArrayDeque<Node> open = new ArrayDeque<>();

    private record Visit(Node node, Iterator<Node> next) {}

    StronglyConnectedComponents(Map<Node, Set<Node>> after) {
        this.after = after;
        after.keySet().forEach(node -> {
            if (!index.containsKey(node)) {
                visit(node);
            }
        });
    }

    /** The number of the component that the lock belongs to; locks of one component lie on cycles. */
    int of(Node node) {
        return component.getOrDefault(node, -1);
    }

    private void visit(Node first) {
        var visits = new ArrayDeque<Visit>();
        visits.push(enter(first));
        while (!visits.isEmpty()) {
            var visit = visits.peek();
            if (visit.next().hasNext()) {
                var next = visit.next().next();
                if (!index.containsKey(next)) {
                    visits.push(enter(next));
                } else if (!component.containsKey(next)) {
                    low.merge(visit.node(), index.get(next), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.node());
                if (!visits.isEmpty()) {
                    low.merge(visits.peek().node(), low.get(visit.node()), Math::min);
                }
            }
        }
    }

    private Visit enter(Node node) {
        index.put(node, index.size());
        low.put(node, index.get(node));
        open.push(node);
        return new Visit(node, after.getOrDefault(node, Set.of()).iterator());
    }

    private void leave(Node node) {
        if (!low.get(node).equals(index.get(node))) {
            return;
        }
        Node member;
        do {
            member = open.pop();
            component.put(member, index.get(node));
        } while (member != node);
    }
}
