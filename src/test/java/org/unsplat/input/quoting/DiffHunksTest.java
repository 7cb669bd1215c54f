package org.unsplat.input.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;

/** How much of what stands in a hunk may not be shaped like it. */
class DiffHunksTest {

    private static List<String> texts(String... lines) {
        return RecordingLayer.through(DiffHunks::new, lines).texts();
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

    @Test
    void theHeadSaysWhereAHunkEnds() {
        assertEquals(
                List.of("@@ -1,2 +1,2 @@", "@ a", "-b", "+c", " d"), texts("@@ -1,2 +1,2 @@", " a", "-b", "+c", " d"));
        assertEquals(List.of("@@ -7 +7 @@ f()", "-a", "+b", " c"), texts("@@ -7 +7 @@ f()", "-a", "+b", " c"));
        assertEquals(
                List.of("@@ -1,2 +0,0 @@", "-a", "@\\ No newline", "-b", " c"),
                texts("@@ -1,2 +0,0 @@", "-a", "\\ No newline", "-b", " c"));
    }

    /** A mailer takes blanks from the ends of lines, and some editors write a tab. */
    @Test
    void contextMayBeEmptyOrBeginWithATab() {
        assertEquals(List.of("@@ -1,3 +1,3 @@", "", " ", "@\ta", " b"), texts("@@ -1,3 +1,3 @@", "", " ", "\ta", " b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -1,2 @@",
                "@@ -1,2 +1,2",
                "@@ -1,x +1,2 @@",
                "@@ -1,2 +1,x @@",
                "@@ -1,2 @@ +1,2",
                "@@ -1,22222222 +1 @@",
                "@ -1,2 +1,2 @@"
            })
    void anythingElseIsNoHead(String line) {
        assertEquals(List.of(line, " a"), texts(line, " a"));
    }

    @Test
    void onlyLinesOfItsOwnQuotingAreOfAHunk() {
        var out = new RecordingLayer();
        var hunks = new DiffHunks(out);
        hunks.take(RecordingLayer.line("> @@ -1,3 +1,3 @@").unquoted("@@ -1,3 +1,3 @@", 1));
        hunks.take(RecordingLayer.line(" text"));
        hunks.take(RecordingLayer.line(">  a").unquoted(" a", 1));
        assertEquals(List.of("@@ -1,3 +1,3 @@", " text", "@ a"), out.texts());
        assertEquals(
                List.of(true, false, true),
                out.lines().stream().map(PartialLine::verbatim).toList());
    }

    @Test
    void plainRecordsPassOutsideOfHunks() {
        var hunks = new DiffHunks(new RecordingLayer());
        assertTrue(hunks.isTransparent());
        hunks.take(RecordingLayer.line("@@ -1 +1 @@"));
        assertFalse(hunks.isTransparent());
        hunks.take(RecordingLayer.line("-a"));
        assertFalse(hunks.isTransparent());
        hunks.take(RecordingLayer.line("+b"));
        assertTrue(hunks.isTransparent());
        hunks.take(RecordingLayer.line("@@ -1 +1 @@"));
        hunks.end();
        assertTrue(hunks.isTransparent());
    }
}
