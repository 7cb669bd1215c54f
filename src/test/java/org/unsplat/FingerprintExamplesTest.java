package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ids in the schema are those that its own words lead to, and there is one of each kind and recipe. */
class FingerprintExamplesTest {

    private static final JsonNode PROPERTIES =
            JsonMapper.shared().readTree(ParseSchema.text()).at("/$defs/report/properties");

    private record Example(String name, List<String> inputs, String id) {

        String kindAndName() {
            return inputs.get(0) + " " + name;
        }
    }

    private static List<Example> examples() {
        var ids = PROPERTIES.at("/fingerprints/examples");
        var inputs = PROPERTIES.at("/fingerprint_inputs/examples");
        assertEquals(ids.size(), inputs.size());
        var examples = new ArrayList<Example>();
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(
                    Set.copyOf(ids.get(i).propertyNames()),
                    Set.copyOf(inputs.get(i).propertyNames()));
            for (var name : ids.get(i).propertyNames()) {
                var lines = new ArrayList<String>();
                inputs.get(i).get(name).forEach(line -> lines.add(line.asString()));
                examples.add(new Example(name, lines, ids.get(i).get(name).asString()));
            }
        }
        return examples;
    }

    /** "The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8: the name and each of fingerprint_inputs, a line each". */
    @Test
    void eachIdIsTheHashOfItsInputs() throws NoSuchAlgorithmException {
        for (var example : examples()) {
            var text = new StringBuilder(example.name()).append('\n');
            example.inputs().forEach(line -> text.append(line).append('\n'));
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(hash).substring(0, 16), example.id(), example.toString());
        }
    }

    @Test
    void eachKindHasAnExampleOfEachIdThatASampleHas() {
        var examples = new HashSet<Example>(examples());
        var missing = new TreeSet<String>();
        var shown = new HashSet<String>();
        for (var sample : Sample.all()) {
            for (var report : ReportFacts.reports(sample.text())) {
                report.fingerprints().forEach((name, id) -> {
                    var example = new Example(name, report.fingerprintInputs().get(name), id);
                    missing.add(example.kindAndName());
                    if (examples.contains(example)) {
                        shown.add(example.kindAndName());
                    }
                });
            }
        }
        assertTrue(missing.size() > 40, missing.toString());
        missing.removeAll(shown);
        assertEquals(new TreeSet<String>(), missing);
    }
}
