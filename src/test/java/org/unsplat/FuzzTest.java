package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples, damaged at random, but the same way every time: all {@link Invariants} hold. What fails is left in
 * {@code target/fuzz}; once it is understood, it is kept among the inputs of {@link LogFuzz}.
 */
class FuzzTest {

    private static final Path KEPT = Path.of("src/test/resources/org/unsplat/LogFuzzInputs/log");
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 4);
    private static final long SEED = Long.getLong("fuzz.seed", 20240607);

    static List<Path> kept() throws IOException {
        try (var files = Files.list(KEPT)) {
            return files.sorted().toList();
        }
    }

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatOnceFailedIsRead(Path file) throws IOException {
        Invariants.ofLog(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void damagedSamplesAreRead(Sample sample) throws IOException {
        var random = new Random(SEED ^ sample.toString().hashCode());
        for (var round = 0; round < ROUNDS; round++) {
            var log = damaged(sample.text(), random);
            try {
                Invariants.ofLog(log.getBytes(StandardCharsets.ISO_8859_1));
            } catch (RuntimeException | AssertionError e) {
                var file = Path.of("target/fuzz", Integer.toHexString(log.hashCode()) + ".log");
                Files.createDirectories(file.getParent());
                Files.writeString(file, log, StandardCharsets.ISO_8859_1);
                throw new AssertionError(sample + ", damaged: see " + file, e);
            }
        }
    }

    @Test
    void damageIsTheSameEveryTime() {
        var text = Sample.all().get(0).text();
        assertEquals(damaged(text, new Random(1)), damaged(text, new Random(1)));
    }

    private static String damaged(String log, Random random) {
        var lines = new ArrayList<>(log.lines().toList());
        for (var damage = 1 + random.nextInt(8); damage > 0 && lines.size() > 1; damage--) {
            var at = random.nextInt(lines.size());
            switch (random.nextInt(7)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                case 3 -> lines.set(at, garbled(lines.get(at), random));
                case 4 ->
                    lines.set(
                            at,
                            lines.get(at)
                                    .substring(0, random.nextInt(lines.get(at).length() + 1)));
                case 5 ->
                    lines.set(
                            Math.max(0, at - 1),
                            lines.get(Math.max(0, at - 1)) + lines.remove(at).replaceFirst("^.{0,40}?\\] ", ""));
                default ->
                    lines.subList(at, Math.min(lines.size(), at + random.nextInt(20)))
                            .clear();
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String garbled(String line, Random random) {
        var text = new StringBuilder(line);
        for (var i = random.nextInt(5); i >= 0 && !text.isEmpty(); i--) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
        }
        return text.toString().replace("\n", "").replace("\r", "");
    }
}
