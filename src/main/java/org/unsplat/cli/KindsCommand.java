package org.unsplat.cli;

import java.util.HashSet;
import java.util.concurrent.Callable;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Command;

/** {@code unsplat kinds}. */
@Command(name = "kinds", mixinStandardHelpOptions = true, versionProvider = Version.class,
        header = "Lists the kinds of report it knows, one a line: the kind and its newest headline.",
        footer = {"", "Exit status:", "  0  done", "  2  usage error, or the output could not be written",
            "", "Example:", "  unsplat kinds"})
final class KindsCommand implements Callable<Integer> {

    private final Streams streams;

    KindsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int width = 0;
        for (var kind : Kinds.all()) {
            width = Math.max(width, kind.slug().length());
        }
        var lines = new StringBuilder();
        var told = new HashSet<String>();
        for (var kind : Kinds.all()) {
            if (!told.add(kind.slug())) {
                continue;
            }
            lines.append(kind.slug()).append(" ".repeat(width + 2 - kind.slug().length()));
            lines.append(kind.headline()).append('\n');
        }
        try (var output = Output.stdout(streams.out())) {
            output.text(lines.toString());
            output.commit();
        }
        return Exit.DONE;
    }
}
