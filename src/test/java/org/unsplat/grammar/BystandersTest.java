package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.input.Line;

/** What a report holds is counted for as long as it holds it. */
class BystandersTest {

    private final Held held = new Held();
    private final Bystanders others = new Bystanders(List.of(), new Claims(), held);
    private final String text = "x".repeat(Held.LIMIT);
    private final Line line = new Line(1, text, text, null, null);

    @Test
    void aLineThatAnotherOneCompletesWaitsNoMore() {
        others.await(line);
        assertTrue(held.isTooMuch());
        others.replaced(line);
        assertFalse(held.isTooMuch());
    }

    @Test
    void linesThatArePartOfAnotherOneWaitNoMore() {
        others.await(line);
        assertTrue(held.isTooMuch());
        var first = new Line(0, "a", "a", null, null);
        others.joined(first, new Line(2, "b", "b", null, null), new Unwrapper.Joined("a b", true));
        assertFalse(held.isTooMuch());
    }
}
