package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 1952. */
class GzipMembersTest {

    private static final int HEADER = 10;

    private static final int FLAGS = 3;

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (var in = new GzipMembers(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Where a part is read that is not announced, or the other way around, there is no text behind it. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 2", "4, 262", "8, 4", "16, 4", "22, 268", "12, 266", "24, 8"})
    void aHeaderHoldsWhatItsFlagsSay(int flags, int length) throws IOException {
        var extra = new ByteArrayOutputStream();
        if ((flags & 4) != 0) {
            extra.write(new byte[] {4, 1});
            extra.write(new byte[260]);
        }
        if ((flags & 8) != 0) {
            extra.write("a.b\0".getBytes(StandardCharsets.US_ASCII));
        }
        if ((flags & 16) != 0) {
            extra.write("c d\0".getBytes(StandardCharsets.US_ASCII));
        }
        if ((flags & 2) != 0) {
            extra.write(new byte[] {7, 7});
        }
        assertEquals(length, extra.size());
        var plain = packed("text");
        var all = new ByteArrayOutputStream();
        plain[FLAGS] = (byte) flags;
        all.write(plain, 0, HEADER);
        all.write(extra.toByteArray());
        all.write(plain, HEADER, plain.length - HEADER);
        assertEquals("text", unpacked(all.toByteArray()));
    }

    /** The magic number and the method, the checksum, and the length. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, -8, -5, -4, -1})
    void aByteThatMustNotDifferIsDamage(int at) throws IOException {
        var bytes = packed("text");
        bytes[at < 0 ? bytes.length + at : at] ^= 4;
        assertThrows(ZipException.class, () -> unpacked(bytes));
    }

    @Test
    void oneThatIsCutIsNotWhole() throws IOException {
        var bytes = packed("text");
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThrows(EOFException.class, () -> unpacked(cut), "at " + length);
        }
    }

    @Test
    void oneByteIsReadAtATime() throws IOException {
        var in = new GzipMembers(new ByteArrayInputStream(packed("a\u00ff")));
        assertEquals(0, in.read(new byte[1], 0, 0));
        assertEquals('a', in.read());
        assertEquals(0xff, in.read());
        assertEquals(-1, in.read());
        assertEquals(-1, in.read(new byte[1], 0, 1));
    }

    @Test
    void membersMayEndAnywhereInTheBuffer() throws IOException {
        var one = packed("a");
        for (var before : new int[] {(1 << 13) - 2 * one.length, (1 << 13) - one.length - 5, (1 << 13) - one.length}) {
            // A name fills the first member up
            var all = new ByteArrayOutputStream();
            one[FLAGS] = 8;
            all.write(one, 0, HEADER);
            all.write("n".repeat(before - 1).getBytes(StandardCharsets.US_ASCII));
            all.write(0);
            all.write(one, HEADER, one.length - HEADER);
            all.write(packed("b"));
            all.write(new byte[1 << 13]);
            assertEquals("ab", unpacked(all.toByteArray()));
        }
    }

    @Test
    void theStreamBelowIsClosed() throws IOException {
        var closed = new boolean[1];
        new GzipMembers(new ByteArrayInputStream(packed("a")) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                })
                .close();
        assertTrue(closed[0]);
    }
}
