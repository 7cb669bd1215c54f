package org.unsplat.symbols.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ToolOutputTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void linesComeInOrder() throws InterruptedException {
        var lines = new ToolOutput();
        lines.read(new ByteArrayInputStream("one\n\ntwo\nrest".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("one", lines.next(SECOND));
        assertEquals("", lines.next(SECOND));
        assertFalse(lines.isAtEnd());
        assertEquals("two", lines.next(SECOND));
        assertNull(lines.next(SECOND), "what has no end is no line");
        assertTrue(lines.isAtEnd());
    }

    /** What prints without end, and without a line end, takes little memory; and its reader ends with its process. */
    @Test
    void whatNobodyReadsIsNotRead() throws InterruptedException {
        var printed = new AtomicLong();
        var lines = new ToolOutput();
        var reader = new Thread(() -> lines.read(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'x');
                printed.addAndGet(length);
                return length;
            }
        }));
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        assertTrue(printed.get() < 1 << 19, printed + " bytes are waiting");
        lines.close();
        reader.join();
    }
}
