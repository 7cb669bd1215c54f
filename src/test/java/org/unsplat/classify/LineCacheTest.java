package org.unsplat.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCacheTest {

    private final List<String> asked = new ArrayList<>();
    private final LineCache<Character> cache = new LineCache<>(1024, line -> {
        asked.add(line);
        return line.charAt(0);
    });

    @Test
    void whatIsEqualIsAskedOnce() {
        assertEquals('a', cache.get("abc"));
        assertEquals('a', cache.get(new StringBuilder("abc").toString()));
        assertEquals('a', cache.get("abc"));
        assertEquals(List.of("abc"), asked);
    }

    @Test
    void twoLinesWithTheSameHashAreKept() {
        assertEquals("Aa-".hashCode(), "BB-".hashCode());
        assertEquals('A', cache.get("Aa-"));
        assertEquals('B', cache.get("BB-"));
        assertEquals('A', cache.get("Aa-"));
        assertEquals('B', cache.get("BB-"));
        assertEquals(List.of("Aa-", "BB-"), asked);
    }

    @Test
    void aThirdOneReplacesTheFirst() {
        for (var line : List.of("AaAa", "BBBB", "BBAa")) {
            assertEquals("AaBB".hashCode(), line.hashCode());
            assertEquals(line.charAt(0), cache.get(line));
        }
        assertEquals('B', cache.get("BBBB"));
        assertEquals('A', cache.get("AaAa"));
        assertEquals(List.of("AaAa", "BBBB", "BBAa", "AaAa"), asked);
    }

    @Test
    void aLongLineIsNotKept() {
        assertEquals('x', cache.get("x".repeat(301)));
        assertEquals('x', cache.get("x".repeat(301)));
        assertEquals(2, asked.size());
    }
}
