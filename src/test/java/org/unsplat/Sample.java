package org.unsplat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** {@code samples/<family>/<kind>/<name>.log}, with what {@code parse} makes of it in {@code <name>.json} beside it. */
record Sample(Path log) {

    static final Path DIR = Path.of("samples");

    static List<Sample> all() {
        return files().stream()
                .filter(path -> path.toString().endsWith(".log"))
                .map(Sample::new)
                .toList();
    }

    /** The shortest of each kind: what fuzzing begins with, so that most of its time goes to what it makes of them. */
    static List<Sample> shortestOfEachKind() {
        var shortest = new TreeMap<Path, Sample>();
        all().forEach(sample -> shortest.merge(
                sample.log().getParent(),
                sample,
                (one, other) -> other.bytes().length < one.bytes().length ? other : one));
        return List.copyOf(shortest.values());
    }

    /** Everything below {@code samples}, in name order. */
    static List<Path> files() {
        if (!Files.exists(DIR)) {
            return List.of();
        }
        try (var paths = Files.walk(DIR)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operand, the same on every machine: {@code samples/kcsan/data-race/x.log}. */
    String operand() {
        return log.toString().replace('\\', '/');
    }

    Path golden() {
        return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", ".json"));
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log, each byte a character, so that nothing is lost. */
    String text() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return operand();
    }
}
