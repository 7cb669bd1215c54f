package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.MemoryLimitException;

/** The first bytes as the formats define them. */
class CompressionTest {

    @ParameterizedTest
    @CsvSource({
        "1f8b08000000, GZIP",
        "fd377a585a00, XZ",
        "28b52ffd0000, ZSTD",
        "04224d180000, LZ4",
        "1f8b, GZIP",
        "1f, NONE",
        "'', NONE",
        "1f8c08000000, NONE",
        "fd377a585a01, NONE",
        // bzip2: BZh, the size of blocks from 1 to 9, and the first digits of pi or of its square root
        "425a68313141, BZIP2",
        "425a68393141, BZIP2",
        "425a68391772, BZIP2",
        "425a68303141, NONE",
        "425a683a3141, NONE",
        "425a68393172, NONE",
        "425a68391741, NONE",
        "425a683931, NONE",
    })
    void itIsToldByTheFirstBytes(String start, Compression compression) {
        assertEquals(compression, Compression.of(HexFormat.of().parseHex(start)));
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of(
                        new NoClassDefFoundError("sun/misc/Unsafe"),
                        "this Java denies what the decoder needs: unpack it first, or use another Java"),
                Arguments.of(
                        new MemoryLimitException(300_000, 262_144),
                        "unpacking takes 300000 KiB of memory, more than 262144: unpack it first with xz -d"),
                Arguments.of(new UnpackingRefused("too much: unpack it first"), "too much: unpack it first"),
                Arguments.of(
                        new IOException("bad block"),
                        "compressed data is cut or damaged: bad block: get a whole copy of it"),
                Arguments.of(
                        new EOFException(), "compressed data is cut or damaged: EOFException: get a whole copy of it"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void theReasonTellsWhatToDo(Throwable damage, String reason) {
        assertEquals(reason, Compression.reason(damage));
    }
}
