package org.unsplat.render.graph;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.unsplat.render.SafeText;

/** Writes the lock order as a flow chart for Mermaid, which GitHub and GitLab draw within Markdown. */
public final class MermaidWriter {

    private static final String HARMLESS = " _.,+-";

    /** The text of the chart. */
    public String text(LockGraph graph) {
        var text = new StringBuilder("flowchart LR\n");
        graph.nodes()
                .forEach(node -> text.append("  ")
                        .append(node.id())
                        .append('[')
                        .append(quoted(node.lock()))
                        .append("]\n"));
        var red = new ArrayList<String>();
        var number = 0;
        for (var edge : graph.edges()) {
            var label = quoted(DotWriter.label(edge));
            text.append("  ")
                    .append(edge.from().id())
                    .append(edge.isInterrupt() ? " -.->" : edge.isNew() ? " ==>" : " -->")
                    .append(label.equals("\"\"") ? "" : "|" + label + "|")
                    .append(' ')
                    .append(edge.to().id())
                    .append('\n');
            if (edge.closesCycle()) {
                red.add("" + number);
            }
            number++;
        }
        if (!red.isEmpty()) {
            text.append("  linkStyle ").append(String.join(",", red)).append(" stroke:#b00020,color:#b00020\n");
        }
        return text.toString();
    }

    private static String quoted(String label) {
        return "\""
                + label.lines().map(SafeText::of).map(MermaidWriter::escaped).collect(Collectors.joining("<br>"))
                + "\"";
    }

    /** Escapes each character that Markdown, HTML or Mermaid may interpret, by its number. */
    private static String escaped(String line) {
        var text = new StringBuilder();
        line.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                text.appendCodePoint(point);
            } else {
                text.append('#').append(point).append(';');
            }
        });
        return text.toString();
    }
}
