package org.unsplat.input.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/** How much of what stands in a hunk may not be shaped like it. */
class DiffHunksTest {

    private static List<String> texts(String... lines) {
        var texts = new ArrayList<String>();
        var hunks = new DiffHunks(new Layer() {
            @Override
            public void take(PartialLine line) {
                texts.add(line.text());
            }

            @Override
            public void end() {
                // Nothing is held back
            }
        });
        for (var line : lines) {
            hunks.take(new PartialLine(texts.size() + 1, line, 0));
        }
        return texts;
    }

    /** Two lines may be what a mailer wrapped: the hunk goes on, and its context gets a sign. */
    @Test
    void wrappedLinesDoNotEndAHunk() {
        assertEquals(
                List.of("@@ -1,9 +1,9 @@", "-old", "one", "two", "@ context", "+new"),
                texts("@@ -1,9 +1,9 @@", "-old", "one", "two", " context", "+new"));
    }

    /** Three show that the hunk was cut: what follows is text again. */
    @Test
    void textEndsAHunk() {
        assertEquals(
                List.of("@@ -1,9 +1,9 @@", "-old", "one", "two", "three", " text"),
                texts("@@ -1,9 +1,9 @@", "-old", "one", "two", "three", " text"));
    }
}
