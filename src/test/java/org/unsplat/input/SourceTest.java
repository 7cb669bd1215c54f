package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.unsplat.input.layer.Limits;

class SourceTest {

    private static final String TEXT = "one\r\ntwo\n\nfour";

    interface Encoder {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] encoded(String text, Encoder encoder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = encoder.over(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Source source(byte[] bytes) {
        return Source.of(new ByteArrayInputStream(bytes), "x");
    }

    private static List<String> all(Source source) {
        var lines = new ArrayList<String>();
        for (var line = source.next(); line != null; line = source.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> all(String text) {
        return all(source(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void countsBytesAndLines() {
        var source = source(TEXT.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("one", "two", "", "four"), all(source));
        assertEquals(4, source.lines());
        assertEquals(14, source.bytes());
        assertNull(source.failure());
    }

    @Test
    void anEmptyInputHasNoLines() {
        var source = source(new byte[0]);
        assertNull(source.next());
        assertEquals(0, source.lines());
        assertEquals(0, source.bytes());
    }

    @Test
    void everyCompressionIsToldByItsBytes() throws IOException {
        assertEquals(all(TEXT), all(source(encoded(TEXT, GZIPOutputStream::new))));
        assertEquals(all(TEXT), all(source(encoded(TEXT, out -> new XZOutputStream(out, new LZMA2Options(1))))));
        assertEquals(all(TEXT), all(source(encoded(TEXT, ZstdOutputStream::new))));
    }

    /** A stream that never says that more is there, as a pipe may. */
    private static final class Pipe extends ByteArrayInputStream {
        Pipe(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }

    @Test
    void gzipMembersFollowEachOther() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(encoded("a\n", GZIPOutputStream::new));
        both.write(encoded("b\n", GZIPOutputStream::new));
        assertEquals(List.of("a", "b"), all(source(both.toByteArray())));
        assertEquals(List.of("a", "b"), all(Source.of(new Pipe(both.toByteArray()), "x")));
    }

    @Test
    void aTapeFillsAnArchiveUp() throws IOException {
        var filled = new ByteArrayOutputStream();
        filled.write(encoded("a\n", GZIPOutputStream::new));
        filled.write(new byte[20_000]);
        var source = source(filled.toByteArray());
        assertEquals(List.of("a"), all(source));
        assertNull(source.failure());
    }

    /**
     * A later member whose header is no more one is not the end of the input, and neither is a text behind the last.
     */
    @Test
    void damageAfterAGzipMemberIsAFailure() throws IOException {
        var first = encoded("a\n", GZIPOutputStream::new);
        var second = encoded("b\n", GZIPOutputStream::new);
        var damaged = second.clone();
        damaged[0] = 0x11;
        for (var after : List.of(
                damaged,
                Arrays.copyOf(second, 1),
                Arrays.copyOf(second, 5),
                "junk".getBytes(StandardCharsets.US_ASCII))) {
            var both = new ByteArrayOutputStream();
            both.write(first);
            both.write(after);
            var source = source(both.toByteArray());
            assertEquals(List.of("a"), all(source));
            assertNotNull(source.failure());
            assertTrue(
                    source.failure().startsWith("was read up to line 1: compressed data is cut or damaged"),
                    source.failure());
        }
    }

    @Test
    void aChangedTextIsAFailure() throws IOException {
        var archive = encoded("a\n", GZIPOutputStream::new);
        archive[archive.length - 8] ^= 1;
        var source = source(archive);
        assertEquals(List.of("a"), all(source));
        assertNotNull(source.failure());
    }

    @Test
    void aCutArchiveGivesItsLinesAndAFailure() throws IOException {
        var text = new StringBuilder();
        var random = new Random(1);
        for (var line = 0; line < 20_000; line++) {
            text.append("line ").append(random.nextInt()).append('\n');
        }
        for (Encoder encoder : List.<Encoder>of(
                GZIPOutputStream::new, out -> new XZOutputStream(out, new LZMA2Options(1)), ZstdOutputStream::new)) {
            var whole = encoded(text.toString(), encoder);
            var source = source(Arrays.copyOf(whole, whole.length * 3 / 4));
            var lines = all(source);
            assertNotNull(source.failure());
            assertTrue(lines.size() < 20_000);
            assertTrue(text.toString().startsWith(String.join("\n", lines.subList(0, Math.max(0, lines.size() - 1)))));
        }
    }

    @Test
    void whatOnlyBeginsLikeAnArchiveIsAFailureNotAnException() {
        for (var magic : List.of(new byte[] {0x1f, (byte) 0x8b}, new byte[] {0x1f, (byte) 0x8b, 8, 0, 'x'}, new byte[] {
            0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3
        })) {
            var source = source(magic);
            assertNull(source.next());
            assertNotNull(source.failure());
        }
    }

    @Test
    void anUnreadableInputIsAnUncheckedException() {
        var source = Source.of(
                new InputStream() {
                    private int left = 10;

                    @Override
                    public int read() throws IOException {
                        if (left-- > 0) {
                            return 'x';
                        }
                        throw new IOException("gone");
                    }
                },
                "x");
        assertThrows(UncheckedIOException.class, () -> all(source));
    }

    @Test
    void bytesThatAreNotUtf8AreLatin1() {
        assertEquals(
                List.of("caf\u00e9 caf\u00e9", "\u00ff\u00fe", "plain"),
                all("caf\u00c3\u00a9 caf\u00e9\n\u00ff\u00fe\nplain"));
    }

    @Test
    void nulsAreDropped() {
        assertEquals(List.of("text", ""), all("te\0xt\0\r\0\n\0\0\n"));
    }

    @Test
    void carriageReturnsAtTheEndBelongToTheLineEnd() {
        assertEquals(List.of("a", "b\rc"), all("a\r\r\nb\rc\r"));
    }

    @Test
    void anOverlongLineIsCut() {
        var source = source(("x".repeat(3 * Limits.LINE_BYTES) + "\nnext\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals(Limits.LINE_BYTES, source.next().length());
        assertEquals("next", source.next());
        assertNull(source.next());
        assertEquals(2, source.lines());
        assertEquals(3L * Limits.LINE_BYTES + 6, source.bytes());
    }

    @Test
    void everyLengthAroundTheBufferIsWhole() {
        for (var length = 65_530; length < 65_542; length++) {
            var source = source(("y".repeat(length) + "\nz").getBytes(StandardCharsets.US_ASCII));
            assertEquals(length, source.next().length());
            assertEquals("z", source.next());
            assertEquals(length + 2, source.bytes());
        }
    }
}
