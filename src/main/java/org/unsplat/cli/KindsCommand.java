package org.unsplat.cli;

import java.util.HashSet;
import org.unsplat.scan.Kinds;

/** {@code unsplat kinds}: lists the kinds. */
final class KindsCommand extends Command {

    private final Streams streams;

    KindsCommand(Streams streams) {
        super("kinds", "Lists the known kinds of reports, one on each line: the kind and its newest headline.", """
                Exit status:
                  0  done
                  2  usage error, or the output could not be written

                Example:
                  unsplat kinds
                """);
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var width = 0;
        for (var kind : Kinds.all()) {
            width = Math.max(width, kind.kind().slug().length());
        }
        var lines = new StringBuilder();
        var told = new HashSet<String>();
        for (var kind : Kinds.all()) {
            if (!told.add(kind.kind().slug())) {
                continue;
            }
            lines.append(kind.kind().slug())
                    .append(" ".repeat(width + 2 - kind.kind().slug().length()));
            lines.append(kind.headline()).append('\n');
        }
        try (var output = Output.stdout(streams.out())) {
            output.text(lines.toString());
            output.commit();
        }
        return Exit.DONE;
    }
}
