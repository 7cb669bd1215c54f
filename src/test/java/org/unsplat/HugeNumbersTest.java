package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unsplat.input.Source;
import org.unsplat.scan.Scan;

/** Numbers that no kernel prints cost a line at most: they neither throw nor end the input. */
class HugeNumbersTest {

    private static final String HUGE = "99999999999999999999";

    @Test
    @Timeout(20)
    void levelOfElevenDigitsInMidLineEnds() {
        var scan = scan("[    1.000000] foo <" + HUGE + ">[    1.000000] bar\n");
        assertTrue(!scan.hasNext());
        assertEquals(1, scan.info().lines());
    }

    @Test
    void everyNumberOfEverySample() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (var pattern : List.of(
                        "(?<=[/{:\\[( #])\\d+(?=[]}:).,\\[ ])",
                        "(?<=of )\\d+(?= bytes)",
                        "(?<=task )\\d+",
                        "(?<=-> #)\\d+",
                        "\\d+(?= locks? held by)")) {
                    var scan = scan(text.replaceAll(pattern, HUGE));
                    while (scan.hasNext()) {
                        scan.next();
                    }
                    assertEquals(List.of(), scan.failures(), file + " " + pattern);
                }
            }
        }
    }

    @Test
    void headlineThatSomebodyTalksOfIsNoReport() {
        assertTrue(!scan(" * [   12.345678][ T1234] WARNING: suspicious RCU usage\"}\n")
                .hasNext());
    }

    private static Scan scan(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Scan(Source.of(new ByteArrayInputStream(bytes), "-"), false);
    }
}
