package org.unsplat.cli;

import java.util.List;
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

    private final Streams streams;
    private final LockGraph graph = new LockGraph();

    private final OptionSpec format = option(OptionSpec.builder("--format")
            .paramLabel("FORM")
            .type(Form.class)
            .defaultValue("dot")
            .description("dot: for Graphviz (default); mermaid: for Markdown on GitHub and GitLab."));

    private final OptionSpec classes = option(OptionSpec.builder("--class")
            .paramLabel("NAME")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .description("Draw only arrows from and to this lock class, as a report or the graph names it."
                    + " Repeated values are alternatives."));

    private final OptionSpec minReports = option(OptionSpec.builder("--min-reports")
            .paramLabel("N")
            .type(Integer.class)
            .defaultValue("1")
            .description("Draw only arrows of at least N reports."));

    private final OptionSpec maxEdges = option(OptionSpec.builder("--max-edges")
            .paramLabel("N")
            .type(Integer.class)
            .description("Draw at most N arrows: first those that reports are about, then those of most reports."));

    private final OptionSpec file = outputFile();

    private final InputOptions input = new InputOptions(this, false);

    GraphCommand(Streams streams) {
        super("graph", "The lock-order graph of all reports.", """
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
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var filter = filter();
        return ReportOutput.run(
                input,
                streams,
                file.getValue(),
                (report, output) -> graph.add(report),
                output -> write(graph.filtered(filter), output));
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
