package org.unsplat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates what {@code parse} wrote against our own JSON Schema, by somebody else's validator. */
public final class ParseSchema {

    private static final String TEXT = text();
    private static final Schema DOCUMENT = compile(TEXT);
    private static final Schema LINE =
            compile(TEXT.replace("\"$ref\": \"#/$defs/document\"", "\"$ref\": \"#/$defs/line\""));

    private ParseSchema() {}

    /** The schema as {@code unsplat schema} prints it. */
    public static String text() {
        try (var stream = ParseSchema.class.getResourceAsStream("/org/unsplat/schema.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document, in words; empty where it is right. */
    public static List<String> faults(String document) {
        return faults(DOCUMENT, document);
    }

    /** What is wrong with a line of JSONL. */
    public static List<String> faultsOfLine(String line) {
        return faults(LINE, line);
    }

    private static Schema compile(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static List<String> faults(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
