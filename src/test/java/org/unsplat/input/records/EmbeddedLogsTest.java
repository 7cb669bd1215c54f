package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.RecordingLayer;

/** Logs in one line, of which EIGHT stands for eight lines or strings with their separators. */
class EmbeddedLogsTest {

    private static final String LINES = "a\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":\"EIGHT\",\"y\":1} | a/b/c/d/e/f/g/h",
                "\"EIGHT | a/b/c/d/e/f/g/h",
                "{\"x\":\"EIGHT\\u003ci\\\"\\\\t\"} | a/b/c/d/e/f/g/h/<i\"\\t",
                "it's 'EIGHT\"' | a/b/c/d/e/f/g/h/\"",
                // Fewer are the source of a message
                "\"a\\nb\\nc\\nd\\ne\\nf\\n\" | \"a\\nb\\nc\\nd\\ne\\nf\\n\"",
                "a\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\n | a\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\n",
                "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"] | a/b/c/d/e/f/g/h",
                "{\"x\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\"]} | a/b/c/d/e/f/g/h",
                "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"] | [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]",
                "[1.5] [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"] | [1.5] [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]",
                "<f m=\"a&#10;b&#10;c&#10;d&#10;e&#10;f&#10;g&#10;h\"/> | a/b/c/d/e/f/g/h",
                "<f m=\"a&#xA;b&#xA;c&#xA;d&#xA;e&#xA;f&#xA;g&#xA;h\"/> | a/b/c/d/e/f/g/h",
                "<f m='a&#10;\"b\"&#10;c&#10;d&#10;e&#10;f&#10;g&#10;h'/> | a/\"b\"/c/d/e/f/g/h",
                "<f m=\"a&#10;b&#10;c&#10;d\"/><f m=\"e&#10;f&#10;g&#10;h&#10;i\"/> | a/b/c/d/e/f/g/h/i",
                "x%0Ab%0Ac%0Ad%0Ae%0Af%0Ag%0Ah | x%0Ab%0Ac%0Ad%0Ae%0Af%0Ag%0Ah",
                "before: b'EIGHT' | a/b/c/d/e/f/g/h",
                "::error line=1::a::z%0Ab%0Ac%0Ad%0Ae%0Af%0Ag%0Ah | a::z/b/c/d/e/f/g/h",
                "::error line=1::a%0D%0Ab%0Ac%0Ad%0Ae%0Af%0Ag%0Ah%25%250A | a/b/c/d/e/f/g/h%%0A",
            })
    void everyLineIsPassedOn(String text, String lines) {
        var layer = RecordingLayer.through(EmbeddedLogs::new, text.replace("EIGHT", LINES));
        assertEquals(lines, String.join("/", layer.texts()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "##teamcity[y z='a|nb|nc|nd|ne|nf|ng|nh|[i|]|'||' n='m'], a/b/c/d/e/f/g/h[i]'|",
                "##teamcity[z='a|nb|nc|nd|ne|nf|ng|n||n'], a/b/c/d/e/f/g/|n",
                "a|nb|nc|nd|ne|nf|ng|nh, a|nb|nc|nd|ne|nf|ng|nh",
            })
    void barsEscapeInTeamCity(String text, String lines) {
        var layer = RecordingLayer.through(EmbeddedLogs::new, text);
        assertEquals(lines, String.join("/", layer.texts()));
    }
}
