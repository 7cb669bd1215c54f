package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead gives the same bytes, the same failures, and only lines that are there. */
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

    private static ReadBuffer ahead(InputStream in, QuietLines.Finder finder) throws IOException {
        var buffer = new ReadBuffer(in, false);
        buffer.readAhead(finder, Thread::new);
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
        assertArrayEquals(LOG, drained(ahead(new ByteArrayInputStream(LOG), (bytes, from, to) -> null)));
        assertArrayEquals(LOG, drained(ahead(new ByteArrayInputStream(packed(LOG)), (bytes, from, to) -> null)));
    }

    @Test
    void aDamagedInputGivesWhatIsBeforeTheDamage() throws IOException {
        var packed = packed(LOG);
        var cut = Arrays.copyOf(packed, packed.length / 5 * 4);
        var alone = new ReadBuffer(new ByteArrayInputStream(cut), false);
        var ahead = ahead(new ByteArrayInputStream(cut), (bytes, from, to) -> null);
        assertArrayEquals(drained(alone), drained(ahead));
        assertTrue(ahead.failure() != null, "it fails");
        assertEquals(alone.failure(), ahead.failure());
    }

    @Test
    void anUnreadableInputGivesWhatIsBeforeThatPlace() throws IOException {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        var buffer = ahead(new SequenceInputStream(new ByteArrayInputStream(LOG), failing), (bytes, from, to) -> null);
        var out = new ByteArrayOutputStream();
        assertEquals(
                "java.io.IOException: Input/output error",
                assertThrows(UncheckedIOException.class, () -> drain(buffer, out))
                        .getMessage());
        assertArrayEquals(LOG, out.toByteArray());
    }

    @Test
    void quietLinesAreWholeLinesOfTheBytesReadLast() throws IOException {
        var buffer = ahead(new ByteArrayInputStream(LOG), (bytes, from, to) -> "rules");
        var found = new ArrayList<QuietLines>();
        for (var read = buffer.read(); read; read = buffer.read()) {
            var quiet = buffer.quietLines();
            if (quiet != null) {
                found.add(quiet);
                assertTrue(quiet.from() > buffer.from && quiet.to() <= buffer.to, quiet.toString());
                assertEquals('\n', buffer.bytes[quiet.from() - 1]);
                assertEquals('\n', buffer.bytes[quiet.to() - 1]);
                assertEquals(Swar.countLines(buffer.bytes, quiet.from(), quiet.to()), quiet.lines());
                assertEquals("rules", quiet.rules());
            }
            buffer.from = buffer.to;
        }
        assertTrue(found.size() > 10, found.size() + " blocks were read ahead");
    }
}
