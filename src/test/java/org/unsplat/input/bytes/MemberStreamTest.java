package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class MemberStreamTest {

    /** Zeros without end, of which none is looked at. */
    private static final class Zeros extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            return length;
        }
    }

    private static long read(MemberStream member, long most) throws IOException {
        var bytes = new byte[1 << 20];
        var sum = 0L;
        while (sum < most) {
            sum += member.read(bytes, 0, bytes.length);
        }
        return sum;
    }

    @Test
    void aMemberOutOfProportionIsRefused() throws IOException {
        var member = new MemberStream(new Zeros(), () -> 1 << 20);
        assertEquals(MemberStream.ALWAYS, read(member, MemberStream.ALWAYS));
        var refused = assertThrows(UnpackingRefused.class, () -> read(member, 2 * MemberStream.ALWAYS));
        assertEquals("it unpacks to more than 500 times its size: unpack it first", refused.getMessage());
    }

    @Test
    void aLargeMemberInProportionIsRead() throws IOException {
        var packed = new long[1];
        var member = new MemberStream(new Zeros(), () -> packed[0]);
        packed[0] = 3 * MemberStream.ALWAYS / MemberStream.MOST;
        assertEquals(3 * MemberStream.ALWAYS, read(member, 3 * MemberStream.ALWAYS));
    }

    @Test
    void oneByteIsReadAtATime() throws IOException {
        try (var member = new MemberStream(new ByteArrayInputStream(new byte[] {'a', -1}), () -> 0)) {
            assertEquals('a', member.read());
            assertEquals(0xff, member.read());
            assertEquals(-1, member.read());
        }
    }
}
