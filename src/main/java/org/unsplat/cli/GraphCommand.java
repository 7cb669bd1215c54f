package org.unsplat.cli;

import org.unsplat.render.graph.DotWriter;
import org.unsplat.render.graph.LockGraph;
import org.unsplat.render.graph.MermaidWriter;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat graph}: the lock order of all reports in one graph. */
final class GraphCommand extends Command {

    /** The forms of a graph. The names are those that users write. */
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

    private final OptionSpec file = outputFile();

    private final InputOptions input = new InputOptions(this);

    GraphCommand(Streams streams) {
        super("graph", "The lock-order graph of all reports.", """
                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat graph console.log | dot -Tsvg -o locks.svg
                  unsplat graph --format mermaid logs/
                """);
        spec().usageMessage()
                .description(
                        "",
                        "The boxes are locks, the arrows point from a lock that was held to one that was taken then, and"
                                + " bear the function that did it. Cycles are red, the arrows that reports complain of are thick, and"
                                + " those of interrupts are dashed.",
                        "");
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return ReportOutput.run(input, streams, file.getValue(), (report, output) -> graph.add(report), this::write);
    }

    private void write(Output output) {
        output.text(format.getValue() == Form.dot ? new DotWriter().text(graph) : new MermaidWriter().text(graph));
    }
}
