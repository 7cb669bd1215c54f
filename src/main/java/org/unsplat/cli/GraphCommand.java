package org.unsplat.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unsplat.render.DotWriter;
import org.unsplat.render.LockGraph;
import org.unsplat.render.MermaidWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unsplat graph}: the lock order of all reports in one graph. */
@Command(name = "graph", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "The lock-order graph of all reports.",
        description = {"", "The boxes are locks, the arrows point from a lock that was held to one that was taken then, and"
                + " bear the function that did it. Cycles are red, the arrows that reports complain of are thick, and"
                + " those of interrupts are dashed.", ""},
        footer = {"", "Exit status:",
            "  0  done, whether or not there were reports",
            "  2  usage error, unreadable input, or unwritable output",
            "", "Examples:",
            "  unsplat graph console.log | dot -Tsvg -o locks.svg",
            "  unsplat graph --format mermaid logs/"})
final class GraphCommand implements Callable<Integer> {

    /** The forms of a graph. The names are those that users write. */
    enum Form {
        dot, mermaid
    }

    private final Streams streams;
    private final LockGraph graph = new LockGraph();

    @Mixin
    private InputOptions input;

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "dot",
            description = "dot: for Graphviz (default); mermaid: for Markdown on GitHub and GitLab.")
    private Form format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE, complete or not at all.")
    private Path file;

    GraphCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return ReportOutput.run(input, streams, file, (report, output) -> graph.add(report), this::write);
    }

    private void write(Output output) {
        output.text(format == Form.dot ? new DotWriter().text(graph) : new MermaidWriter().text(graph));
    }
}
