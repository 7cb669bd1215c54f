package org.unsplat.render.graph;

import java.util.stream.Collectors;
import org.unsplat.render.SafeText;

/** The lock order as a graph for Graphviz; what closes a cycle is red, the edge that a report complains of is thick. */
public final class DotWriter {

    private static final int FUNCTIONS = 3;

    /** The whole file. */
    public String text(LockGraph graph) {
        var text = new StringBuilder("""
                digraph locks {
                  rankdir=LR
                  node [shape=box, style=rounded, fontname="monospace"]
                  edge [fontname="monospace", fontsize=10]
                """);
        graph.nodes()
                .forEach(node -> text.append("  ")
                        .append(node.id())
                        .append(" [label=")
                        .append(quoted(node.lock()))
                        .append("]\n"));
        for (var edge : graph.edges()) {
            text.append("  ")
                    .append(edge.from().id())
                    .append(" -> ")
                    .append(edge.to().id())
                    .append(" [label=")
                    .append(quoted(label(edge)))
                    .append(edge.closesCycle() ? ", color=\"#b00020\", fontcolor=\"#b00020\"" : "")
                    .append(edge.isNew() ? ", penwidth=3" : "")
                    .append(edge.isInterrupt() ? ", style=dashed" : "")
                    .append("]\n");
        }
        return text.append("}\n").toString();
    }

    /** Who made the edge, a line each; how often it was reported, where more than once. */
    static String label(LockGraph.Edge edge) {
        var functions = edge.functions().stream().limit(FUNCTIONS).collect(Collectors.joining("\n"));
        return (edge.isInterrupt() ? "interrupt: " : "")
                + functions
                + (edge.functions().size() > FUNCTIONS
                        ? "\n+" + (edge.functions().size() - FUNCTIONS) + " more"
                        : "")
                + (edge.reports() > 1 ? "\n" + edge.reports() + " reports" : "");
    }

    /** Graphviz takes backslashes for escapes and ampersands for entities of HTML, in every string. */
    private static String quoted(String label) {
        return "\""
                + label.lines()
                        .map(SafeText::of)
                        .map(line ->
                                line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;"))
                        .collect(Collectors.joining("\\n"))
                + "\"";
    }
}
