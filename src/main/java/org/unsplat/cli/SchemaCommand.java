package org.unsplat.cli;

import java.io.IOException;

/** {@code unsplat schema}: prints the JSON Schema. */
final class SchemaCommand extends Command {

    SchemaCommand(Streams streams) {
        super(streams, "schema", "Prints the JSON Schema (draft 2020-12) of what parse writes.", """
                Exit status:
                  0  done
                  2  usage error, or the output could not be written

                Example:
                  unsplat schema > unsplat.schema.json
                """);
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
