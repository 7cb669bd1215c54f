package org.unsplat.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.render.json.JsonDocument;
import org.unsplat.render.json.JsonReader;

/** What we wrote, read and written again, is the same bytes: the JSON alone suffices. */
class ReadThenWriteTest {

    static List<Path> goldens() throws IOException {
        var samples = Path.of("samples");
        if (!Files.exists(samples)) {
            return List.of();
        }
        try (var paths = Files.walk(samples)) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void readThenWriteIsTheSame(Path golden) throws IOException {
        var out = new ByteArrayOutputStream();
        var text = Files.readString(golden);
        var version = text.replaceFirst("(?s).*?\"version\": \"([^\"]*)\".*", "$1");
        try (var reader = new JsonReader(Files.newInputStream(golden), golden.toString())) {
            var sink = JsonDocument.indented(out, version, true);
            reader.forEachRemaining(sink::report);
            reader.inputs().forEach(sink::input);
            reader.diagnostics().forEach(sink::diagnostic);
            sink.finish();
        }
        assertEquals(text, out.toString(StandardCharsets.UTF_8));
    }
}
