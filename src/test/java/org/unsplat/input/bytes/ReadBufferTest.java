package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadBufferTest {

    /** Gives ten bytes at a time, as a pipe may, and then fails if it is told how. */
    private static final class Pipe extends ByteArrayInputStream {
        private final Throwable end;
        private boolean closed;

        Pipe(byte[] bytes, Throwable end) {
            super(bytes);
            this.end = end;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            var count = super.read(target, offset, Math.min(length, 10));
            if (count < 0 && end != null) {
                Pipe.<RuntimeException>fail(end);
            }
            return count;
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void fail(Throwable any) throws T {
            throw (T) any;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static ReadBuffer of(String text) throws IOException {
        return failing(text, null, false);
    }

    private static ReadBuffer failing(String text, Throwable end, boolean isMember) throws IOException {
        return new ReadBuffer(new Pipe(text.getBytes(StandardCharsets.ISO_8859_1), end), isMember);
    }

    private static void drain(ReadBuffer buffer) {
        while (buffer.hasMore()) {
            buffer.from = buffer.to;
        }
    }

    private static String unread(ReadBuffer buffer) {
        assertEquals('\n', buffer.bytes[buffer.to], "a search ends there");
        return new String(buffer.bytes, buffer.from, buffer.to - buffer.from, StandardCharsets.ISO_8859_1);
    }

    @Test
    void asMuchIsReadAsIsWanted() throws IOException {
        var text = "0123456789abcdefghij\nk";
        var buffer = of(text);
        assertEquals("", unread(buffer));
        buffer.fill(7);
        var first = buffer.to;
        assertTrue(first >= 7 && first < text.length());
        buffer.fill(first);
        assertEquals(first, buffer.to, "it is there");
        buffer.fill(first + 1);
        assertTrue(buffer.to > first);
        buffer.fill(1000);
        assertEquals(text, unread(buffer));
        assertFalse(buffer.read());
    }

    /** A live log may have no more for now. */
    @Test
    void notMoreIsReadThanALine() throws IOException {
        var buffer = of("0123456789\n0123456789012345678901234567890123456789");
        buffer.fillLine(1000);
        assertTrue(unread(buffer).startsWith("0123456789\n"));
        assertTrue(buffer.to < 22);
        buffer.from = 11;
        buffer.fillLine(12);
        assertTrue(buffer.to - buffer.from >= 12 && buffer.to - buffer.from < 23);
        buffer.fillLine(1000);
        assertEquals("0123456789012345678901234567890123456789", unread(buffer));
    }

    @Test
    void whatWasReadMakesRoom() throws IOException {
        var text = "0123456789abcdef".repeat(ReadBuffer.SIZE / 16) + "0123456789abcde";
        var buffer = of(text);
        buffer.fill(text.length());
        assertEquals(ReadBuffer.SIZE, buffer.to);
        assertFalse(buffer.read(), "it is full");
        assertEquals(0, buffer.position());
        buffer.from = 10;
        assertEquals(10, buffer.position());
        assertTrue(buffer.read());
        assertEquals(0, buffer.from);
        assertEquals(10, buffer.position());
        assertEquals(text.substring(10, ReadBuffer.SIZE + 10), unread(buffer));
        buffer.from = buffer.to;
        assertTrue(buffer.hasMore());
        assertEquals("abcde", unread(buffer));
        buffer.from = buffer.to;
        assertFalse(buffer.hasMore());
        assertEquals(text.length(), buffer.position());
    }

    @Test
    void theRestIsAllThatIsUnread() throws IOException {
        var buffer = of("0123456789abcdefghij");
        buffer.fill(8);
        buffer.from = 3;
        assertEquals("3456789abcdefghij", new String(buffer.rest().readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void anArchiveIsToldAtTheStartAlone() throws IOException {
        var buffer = of("PK\3\4 and more");
        assertNull(buffer.archive());
        buffer.fill(1000);
        assertEquals(Archive.ZIP, buffer.archive());
        var tar = of("x".repeat(257) + "ustar");
        tar.fill(1000);
        assertEquals(Archive.TAR, tar.archive());
        tar.from = 1;
        assertFalse(tar.read());
        assertEquals(Archive.TAR, tar.archive());
        var late = of("x".repeat(ReadBuffer.SIZE) + "PK\3\4");
        late.fill(ReadBuffer.SIZE);
        late.from = late.to;
        assertTrue(late.read());
        assertNull(late.archive());
    }

    /** What came before it is read first, and it stays unreadable. */
    @Test
    void anInputThatFailsIsUnreadableFromThereOn() throws IOException {
        var gone = new IOException("gone");
        var buffer = failing("0123456789", gone, false);
        buffer.fill(1000);
        assertEquals("0123456789", unread(buffer));
        buffer.from = 10;
        assertSame(
                gone, assertThrows(UncheckedIOException.class, buffer::hasMore).getCause());
        assertThrows(UncheckedIOException.class, buffer::hasMore);
        var bug = new IllegalStateException("bug");
        assertSame(bug, assertThrows(RuntimeException.class, () -> drain(failing("0123456", bug, false))));
        var missing = new NoClassDefFoundError("x");
        assertSame(missing, assertThrows(LinkageError.class, () -> drain(failing("0123456", missing, false))));
    }

    /** In an archive, and in what is packed, an error is damage: what came before is all there is. */
    @Test
    void aDamagedMemberEndsThere() throws IOException {
        var said = "compressed data is cut or damaged: gone: get a whole copy of it";
        var member = failing("0123456789", new IOException("gone"), true);
        member.fill(1000);
        assertEquals("0123456789", unread(member));
        assertEquals(said, member.failure());
        assertFalse(member.read());
        var atStart = failing("012", new IOException("gone"), true);
        assertFalse(atStart.hasMore());
        assertEquals(said, atStart.failure());
        assertThrows(IOException.class, () -> failing("012", new IOException("gone"), false));
        var packed = failing("\u001f\u008b", null, false);
        assertFalse(packed.hasMore());
        assertTrue(packed.failure().startsWith("compressed data is cut or damaged"), packed.failure());
    }

    /** Some decoders drop what they have decoded when they find damage. */
    @Test
    void decodersAreAskedForLittleAtOnce() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(new byte[100_000]);
        }
        var buffer = new ReadBuffer(new ByteArrayInputStream(packed.toByteArray()), false);
        while (buffer.read()) {
            assertTrue(buffer.to - buffer.from <= 1 << 13);
            buffer.from = buffer.to;
        }
        assertEquals(100_000, buffer.position());
        assertNull(buffer.failure());
    }

    @Test
    void theStreamIsClosed() throws IOException {
        var pipe = new Pipe(new byte[0], null);
        new ReadBuffer(pipe, false).close();
        assertTrue(pipe.closed);
    }
}
