package org.unsplat.render.graph;

import java.util.stream.Collectors;
import org.unsplat.render.SafeText;

/** Writes the lock order as a graph for Graphviz. Edges that close a cycle are red, edges that a report is about are thick. */
public final class DotWriter {

    private static final int FUNCTIONS = 3;

    /** The text of the file. */
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

    /** The functions that made the edge, one on each line, and the number of reports if more than one. */
    static String label(LockGraph.Edge edge) {
        var functions = edge.functions().stream().limit(FUNCTIONS).collect(Collectors.joining("\n"));
        return (edge.isInterrupt() ? "interrupt: " : "")
                + functions
                + (edge.functions().size() > FUNCTIONS
                        ? "\n+" + (edge.functions().size() - FUNCTIONS) + " more"
                        : "")
                + (edge.reports() > 1 ? "\n" + edge.reports() + " reports" : "");
    }

    /** Quotes a string; in every string Graphviz interprets backslashes as escapes and ampersands as HTML entities. */
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
