package org.unsplat.demangle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all, from mangled names on, as a symbol: it is demangled or left as it is. */
class DemangleFuzz {

    static Stream<byte[]> names() throws IOException {
        return DemanglerTest.pairs().stream().map(pair -> pair.mangled().getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("names")
    @FuzzTest(maxExecutions = 20_000)
    void symbol(byte @NotNull @WithLength(max = 1000) [] symbol) {
        DemanglerTest.isSafe(new String(symbol, StandardCharsets.ISO_8859_1));
    }
}
