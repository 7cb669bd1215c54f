package org.unsplat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code unsplat schema}. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class,
        header = "Prints the JSON Schema (draft 2020-12) of what parse writes.",
        footer = {"", "Exit status:", "  0  done", "  2  usage error, or the output could not be written",
            "", "Example:", "  unsplat schema > unsplat.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    private final Streams streams;

    SchemaCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (var schema = SchemaCommand.class.getResourceAsStream("/org/unsplat/schema.json");
                var output = Output.stdout(streams.out())) {
            schema.transferTo(output);
            output.commit();
        }
        return Exit.DONE;
    }
}
