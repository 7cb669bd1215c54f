package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final List<String> asked = new ArrayList<>();
    private final Lately<Integer> lately = new Lately<>(line -> {
        asked.add(line);
        return line.length();
    });

    @Test
    void whatIsEqualIsAskedOnce() {
        assertEquals(3, lately.ask("abc"));
        assertEquals(3, lately.ask(new StringBuilder("abc").toString()));
        assertEquals(3, lately.ask("abc"));
        assertEquals(List.of("abc"), asked);
    }

    @Test
    void whatHasTheSameHashGetsItsOwnAnswer() {
        assertEquals("Aa-".hashCode(), "BB-".hashCode());
        assertEquals(3, lately.ask("Aa-"));
        assertEquals(3, lately.ask("BB-"));
        assertEquals(3, lately.ask("Aa-"));
        assertEquals(List.of("Aa-", "BB-", "Aa-"), asked);
    }

    @Test
    void aLongLineIsNotKept() {
        assertEquals(301, lately.ask("x".repeat(301)));
        assertEquals(301, lately.ask("x".repeat(301)));
        assertEquals(2, asked.size());
    }
}
