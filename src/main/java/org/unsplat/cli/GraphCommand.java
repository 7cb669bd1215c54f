package org.unsplat.cli;

import org.unsplat.render.graph.DotWriter;
import org.unsplat.render.graph.GraphFilter;
import org.unsplat.render.graph.LockGraph;
import org.unsplat.render.graph.MermaidWriter;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat graph}: the lock order of all reports as a graph. */
final class GraphCommand extends Command {

    /** The formats of a graph. The constants are named as users write them. */
    enum Form {
        dot,
        mermaid
    }

    private final LockGraph graph = new LockGraph();

    private final OptionSpec format = option(
            "--format", "FORM", Form.dot, "dot: for Graphviz (default); mermaid: for Markdown on GitHub and GitLab.");

    private final OptionSpec classes = option(list(
            "--class",
            "NAME",
            String.class,
            "Draw only arrows from and to this lock class, as a report or the graph names it."
                    + " Repeated values are alternatives."));

    private final OptionSpec minReports =
            option("--min-reports", "N", Integer.class, "Draw only arrows of at least N reports.");

    private final OptionSpec maxEdges = option(
            "--max-edges",
            "N",
            Integer.class,
            "Draw at most N arrows: first those that reports are about, then those of most reports.");

    private final ReportOutput reports = new ReportOutput(this, false);

    GraphCommand(Streams streams) {
        super(streams, "graph", "The lock-order graph of all reports.", """
                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat graph console.log | dot -Tsvg -o locks.svg
                  unsplat graph --format mermaid logs/
                  unsplat graph --max-edges 100 logs/ | dot -Tsvg -o locks.svg
                """);
        spec().usageMessage()
                .description(
                        "",
                        "Boxes are locks. An arrow leads from a held lock to one taken under it, and names its function."
                                + " Arrows that close a cycle are red, those that reports are about are thick, and those of"
                                + " interrupts are dashed.",
                        "");
    }

    @Override
    public Integer call() {
        var filter = filter();
        return reports.run((report, output) -> graph.add(report), output -> write(graph.filtered(filter), output));
    }

    private GraphFilter filter() {
        return new GraphFilter(classes.getValue(), number(minReports, 1), number(maxEdges, Integer.MAX_VALUE));
    }

    private int number(OptionSpec option, int otherwise) {
        Integer given = option.getValue();
        if (given != null && given < 1) {
            throw usageError(option.longestName() + ": expected 1 or more, found " + given);
        }
        return given == null ? otherwise : given;
    }

    private void write(LockGraph drawn, Output output) {
        var left = graph.edges().size() - drawn.edges().size();
        if (left > 0) {
            streams.tell("left out " + left + " of " + graph.edges().size() + " edges: see --class, --min-reports and"
                    + " --max-edges");
        }
        output.text(format.getValue() == Form.dot ? new DotWriter().text(drawn) : new MermaidWriter().text(drawn));
    }
}
