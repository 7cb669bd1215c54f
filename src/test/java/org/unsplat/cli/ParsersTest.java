package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParsersTest {

    /** Eight are handed over together, in their order and to one thread; those after them wait for more. */
    @Test
    void eightReportsAreHandedOverTogether() throws InterruptedException {
        var parsed = new ConcurrentLinkedQueue<Integer>();
        var threads = new ConcurrentLinkedQueue<Thread>();
        var isDone = new CountDownLatch(8);
        try (var parsers = new Parsers(2)) {
            for (var number = 1; number <= 12; number++) {
                int each = number;
                parsers.execute(() -> {
                    parsed.add(each);
                    threads.add(Thread.currentThread());
                    isDone.countDown();
                });
            }
            assertTrue(isDone.await(1, TimeUnit.MINUTES));
        }
        assertEquals("[1, 2, 3, 4, 5, 6, 7, 8]", parsed.toString());
        assertEquals(1, threads.stream().distinct().count());
        assertNotSame(Thread.currentThread(), threads.peek());
    }
}
