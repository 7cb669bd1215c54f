package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ParsersTest {

    @Test
    void theyAreNoMoreThreadsThanAsked() throws Exception {
        var threads = new HashSet<Thread>();
        try (var parsers = new Parsers(2)) {
            for (var count = 0; count < 10; count++) {
                var parsing = new FutureTask<>(Thread::currentThread);
                parsers.execute(parsing);
                threads.add(parsing.get());
            }
        }
        assertEquals(2, threads.size());
        assertEquals(false, threads.contains(Thread.currentThread()));
        assertEquals(true, threads.stream().allMatch(Thread::isDaemon));
        new Parsers(1).close();
    }
}
