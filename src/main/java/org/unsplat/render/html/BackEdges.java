package org.unsplat.render.html;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the edges of a graph that close a cycle in a depth-first search from the first node on. */
final class BackEdges {

    private final List<int[]> edges;
    private final Set<Integer> closing = new HashSet<>();
    private final int[] state;
    private final int[] next;

    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    BackEdges(int nodes, List<int[]> edges) {
        this.edges = edges;
        this.state = new int[nodes];
        this.next = new int[nodes];
        for (var node = 0; node < nodes; node++) {
            if (state[node] == NEW) {
                visit(node);
            }
        }
    }

    private void visit(int start) {
        var path = new ArrayDeque<Integer>();
        path.push(start);
        state[start] = OPEN;
        while (!path.isEmpty()) {
            int node = path.peek();
            var edge = next[node]++;
            if (edge == edges.size()) {
                state[node] = DONE;
                path.pop();
            } else if (edges.get(edge)[0] == node) {
                var to = edges.get(edge)[1];
                if (state[to] == OPEN && to != node) {
                    closing.add(edge);
                } else if (state[to] == NEW) {
                    state[to] = OPEN;
                    path.push(to);
                }
            }
        }
    }

    /** The indexes of these edges. Without them the graph has no cycle except loops at one node. */
    Set<Integer> closing() {
        return closing;
    }
}
