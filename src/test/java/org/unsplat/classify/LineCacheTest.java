package org.unsplat.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCacheTest {

    private final List<String> asked = new ArrayList<>();
    private final LineCache<Integer> cache = new LineCache<>(1024, line -> {
        asked.add(line);
        return line.length();
    });

    @Test
    void whatIsEqualIsAskedOnce() {
        assertEquals(3, cache.get("abc"));
        assertEquals(3, cache.get(new StringBuilder("abc").toString()));
        assertEquals(3, cache.get("abc"));
        assertEquals(List.of("abc"), asked);
    }

    @Test
    void whatHasTheSameHashGetsItsOwnAnswer() {
        assertEquals("Aa-".hashCode(), "BB-".hashCode());
        assertEquals(3, cache.get("Aa-"));
        assertEquals(3, cache.get("BB-"));
        assertEquals(3, cache.get("Aa-"));
        assertEquals(List.of("Aa-", "BB-", "Aa-"), asked);
    }

    @Test
    void aLongLineIsNotKept() {
        assertEquals(301, cache.get("x".repeat(301)));
        assertEquals(301, cache.get("x".repeat(301)));
        assertEquals(2, asked.size());
    }
}
