package org.unsplat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;

/** Which samples are excused from which law of {@link GoldenTest}, and why. */
final class Laws {

    /** From {@code "law sample"} to the reason. */
    private static final Map<String, String> EXCUSED = Map.of();

    private Laws() {
    }

    static void apply(String law, Sample sample) {
        var reason = EXCUSED.get(law + " " + sample);
        assumeTrue(reason == null, reason);
    }

    /** The excuses whose sample is gone. */
    static Iterable<String> unused() {
        var samples = Sample.all().stream().map(Sample::toString).toList();
        return EXCUSED.keySet().stream().filter(key -> !samples.contains(key.substring(key.indexOf(' ') + 1))).toList();
    }
}
