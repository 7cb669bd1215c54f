package org.unsplat.cli;

import java.util.LinkedHashMap;
import org.unsplat.scan.Kinds;

/** {@code unsplat kinds}: lists the kinds. */
final class KindsCommand extends Command {

    KindsCommand(Streams streams) {
        super(
                streams,
                "kinds",
                "Lists the known kinds of reports, one on each line: the kind and its newest headline.",
                """
                Exit status:
                  0  done
                  2  usage error, or the output could not be written

                Example:
                  unsplat kinds
                """);
    }

    @Override
    public Integer call() {
        var headlines = new LinkedHashMap<String, String>();
        Kinds.all().forEach(kind -> headlines.putIfAbsent(kind.kind().slug(), kind.headline()));
        var width = headlines.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new StringBuilder();
        headlines.forEach((slug, headline) -> lines.append(slug)
                .append(" ".repeat(width + 2 - slug.length()))
                .append(headline)
                .append('\n'));
        try (var output = Output.stdout(streams.out())) {
            output.text(lines.toString());
            output.commit();
        }
        return Exit.DONE;
    }
}
