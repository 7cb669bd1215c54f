package org.unsplat;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** A pipe: gives its bytes in pieces of any size. */
final class ChunkedInputStream extends ByteArrayInputStream {

    private final Random random;

    ChunkedInputStream(byte[] bytes, long seed) {
        super(bytes);
        random = new Random(seed);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 100 : 100_000)));
    }
}
