package org.unsplat.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.Source;

/** From which line on lockdep is off. */
class LockdepStateTest {

    private static final String TAINT = "[    2.800000][    T9] Disabling lock debugging due to kernel taint";

    /**
     * The report's lines are 11 to 100: lockdep switches itself off before it prints the first. The kernel says the other only if
     * lockdep is on, so that a report that ended before is of an earlier boot.
     */
    @ParameterizedTest
    @CsvSource({"0, 1", "10, 11", "11, 11", "30, 11", "99, 11", "100, 101", "102, 103"})
    void theFirstCauseCounts(int before, int offFrom) throws IOException {
        var log = new ArrayList<>(
                Files.readAllLines(Path.of("samples/lockdep/circular-dependency/6.12-arm64-flush-work.log")));
        log.add(before, TAINT);
        var text = String.join("\n", log) + "\n";
        try (var scan =
                new Scan(Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "log"), false)) {
            scan.forEachRemaining(report -> {});
            assertEquals(offFrom, scan.info().lockdepOff().line());
        }
    }
}
