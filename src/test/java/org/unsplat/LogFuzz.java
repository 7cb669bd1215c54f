package org.unsplat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all, from the samples on, as a log: all {@link Invariants} hold. */
class LogFuzz {

    static Stream<byte[]> samples() {
        return Sample.shortestOfEachKind().stream().map(Sample::bytes);
    }

    @MethodSource("samples")
    @FuzzTest(maxExecutions = 250)
    void log(byte @NotNull @WithLength(max = 20_000) [] log) {
        Invariants.ofLog(log);
    }
}
