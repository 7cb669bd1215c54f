package org.unsplat.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text as one number, the first of them lowest, so that one operation is done to all. What is asked of
 * each byte is answered in its sign, the highest of its bits.
 */
final class EightBytes {

    /** How many bytes beyond a text must be there to read. */
    static final int SLACK = 8;

    static final long ONES = 0x0101010101010101L;
    static final long SIGNS = 0x8080808080808080L;

    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {
    }

    static long at(byte[] bytes, int at) {
        return (long) NUMBER.get(bytes, at);
    }

    /** Which of the first byte, the second, ... is the first that has a sign; there must be one. */
    static int first(long signs) {
        // Long.numberOfTrailingZeros is one instruction to the JVM's big compiler, but many and branches to its small one
        return (int) (((signs & -signs) - 1 & ONES) * ONES >>> 56) - 1;
    }

    /** How many signs there are, and no other bits. */
    static int count(long signs) {
        return (int) ((signs >>> 7) * ONES >>> 56);
    }
}
