package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading ahead gives the same bytes and the same failures. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReadAheadTest {

    private static final byte[] LOG = log(3_000_000);

    private static byte[] log(int size) {
        var random = new Random(7);
        var log = new StringBuilder();
        while (log.length() < size) {
            log.append("usb 1-1: device number ").append(random.nextLong()).append('\n');
        }
        return log.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static ReadBuffer ahead(byte[] packed) throws IOException {
        var buffer = new ReadBuffer(new ByteArrayInputStream(packed), false);
        buffer.readAhead((bytes, from, to, runs) -> {}, Thread::new);
        return buffer;
    }

    private static void drain(ReadBuffer buffer, ByteArrayOutputStream out) {
        while (buffer.hasMore()) {
            out.write(buffer.bytes, buffer.from, buffer.to - buffer.from);
            buffer.from = buffer.to;
        }
    }

    private static byte[] drained(ReadBuffer buffer) {
        var out = new ByteArrayOutputStream();
        drain(buffer, out);
        return out.toByteArray();
    }

    @Test
    void theBytesAreTheSame() throws IOException {
        assertArrayEquals(LOG, drained(ahead(packed(LOG))));
        assertArrayEquals(LOG, drained(ahead(LOG)));
    }

    /** Quiet runs have the indexes that their bytes have in the buffer, also after it made room. */
    @Test
    void quietRunsFollowTheirBytes() throws IOException {
        var buffer = new ReadBuffer(new ByteArrayInputStream(LOG), false);
        buffer.readAhead(
                (bytes, from, to, runs) -> {
                    var middle = Swar.lineStart(bytes, from, (from + to) / 2);
                    runs.add(from, middle, Swar.countLines(bytes, from, middle));
                    runs.add(middle, to, Swar.countLines(bytes, middle, to));
                },
                Thread::new);
        var count = 0;
        for (var random = new Random(3);
                buffer.hasMore();
                buffer.from += Math.min(left(buffer), 1 + random.nextInt(400_000))) {
            buffer.fill(random.nextInt(400_000));
            for (var at = buffer.from; buffer.quiet.seek(at) && buffer.quiet.from() >= at; at = buffer.quiet.to()) {
                var from = buffer.quiet.from();
                var lines = new String(buffer.bytes, from, buffer.quiet.to() - from, StandardCharsets.ISO_8859_1);
                assertTrue(lines.startsWith("usb ") && lines.endsWith("\n"));
                assertEquals(lines.chars().filter(c -> c == '\n').count(), buffer.quiet.lines());
                count++;
            }
        }
        assertTrue(count > 4, "there were some");
    }

    private static int left(ReadBuffer buffer) {
        return buffer.to - buffer.from;
    }

    @Test
    void aDamagedInputGivesWhatIsBeforeTheDamage() throws IOException {
        var packed = packed(LOG);
        var cut = Arrays.copyOf(packed, packed.length / 5 * 4);
        var alone = new ReadBuffer(new ByteArrayInputStream(cut), false);
        var ahead = ahead(cut);
        assertArrayEquals(drained(alone), drained(ahead));
        assertEquals(
                "compressed data is cut or damaged: the file ends too early: get a whole copy of it", ahead.failure());
        assertEquals(alone.failure(), ahead.failure());
    }

    /** Failures come after the bytes before them, as each stream throws them. */
    @ParameterizedTest
    @MethodSource("failures")
    void whatADecoderThrowsComesAfterItsBytes(Throwable failure) {
        var decoder = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() {
                throw new AssertionError("one by one");
            }

            @Override
            public int read(byte[] bytes, int offset, int most) throws IOException {
                if (left == 0) {
                    rethrow(failure);
                }
                var count = Math.min(most, left);
                left -= count;
                return count;
            }
        };
        var ahead = new ReadAhead(decoder, null, new QuietRuns(), Thread::new);
        assertEquals(100_000, assertDoesNotThrow(() -> ahead.readNBytes(100_000)).length);
        assertSame(failure, assertThrows(Throwable.class, ahead::read));
        assertSame(failure, assertThrows(Throwable.class, ahead::read));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IOException("a"),
                new IllegalStateException("b"),
                new NoClassDefFoundError("c"),
                new OutOfMemoryError("d"));
    }

    /** Who takes the bytes does not wait for a thread that a fault has ended. */
    @Test
    @Timeout(60)
    void aFaultInWhatLooksForQuietLinesIsThrown() {
        var fault = new ArrayIndexOutOfBoundsException("far");
        var ahead = new ReadAhead(
                new ByteArrayInputStream(LOG),
                (bytes, from, to, runs) -> {
                    throw fault;
                },
                new QuietRuns(),
                Thread::new);
        assertSame(fault, assertThrows(RuntimeException.class, ahead::readAllBytes));
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) failure;
    }
}
