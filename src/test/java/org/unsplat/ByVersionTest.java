package org.unsplat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports as kernels of many versions print them, with their goldens. Some transport changes them yet, so that they are
 * no samples: {@link GoldenTest} and {@link EngineLawsTest} say what a sample must withstand.
 */
class ByVersionTest {

    private static final Path DIR = Path.of("src/test/resources/by-version");

    /** Those that lack a part, or of which the canonical text has other words. */
    private static final Set<String> NOT_CANONICAL =
            Set.of(("made-up-2.6.29.log made-up-4.4-inversion.log made-up-4.12-reclaim.log made-up-5.4-bad-path.log "
                            + "made-up-5.3-symbolised-and-wrapped.log made-up-6.8-indentation-lost.log made-up-6.8-m68k.log "
                            + "made-up-6.16-dept.log made-up-6.19-symbolised.log made-up-4.18-hung-task-red-hat.log "
                            + "made-up-5.4-rt-mutex-deadlock.log made-up-6.1-chain-key-collision.log "
                            + "made-up-6.1-soft-lockup.log made-up-6.8-stopped-early.log made-up-7.1-hung-tasks.log "
                            + "made-up-rcu-stall.log")
                    .split(" "));

    static List<Sample> logs() throws IOException {
        try (var files = Files.walk(DIR)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .map(Sample::new)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void equalsItsGolden(Sample log) throws IOException {
        GoldenTest.assertGolden(log);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void isWrittenAsItWasPrinted(Sample log) {
        if (!NOT_CANONICAL.contains(log.log().getFileName().toString())) {
            RoundTrip.exact(log.text());
        }
    }
}
