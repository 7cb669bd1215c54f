package org.unsplat.grammar;

import java.util.ArrayList;
import org.unsplat.input.Line;

/** Reads single pieces of kernel text, for tests. */
final class Pieces {

    private Pieces() {}

    static Cursor cursor(String text) {
        var lines = new ArrayList<Line>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line, line, null, null)));
        return new Cursor(lines);
    }

    /** What the piece makes of the text, all of which it must take, line by line and as a whole. */
    static Draft read(Piece piece, String text) {
        var lines = text.lines().map(String::strip).toList();
        check(piece.starts(lines.get(0)), "does not start: " + lines.get(0));
        for (var i = 1; i < lines.size(); i++) {
            check(
                    piece.continues(lines.get(i)) || piece.follows(lines.get(i - 1), lines.get(i)),
                    "does not go on: " + lines.get(i));
        }
        var cursor = cursor(text);
        var draft = new Draft();
        piece.read(cursor, draft);
        check(cursor.atEnd(), "left over: " + cursor.peek());
        return draft;
    }

    static void takesNone(Piece piece, String... lines) {
        for (var line : lines) {
            check(!piece.starts(line), "starts: " + line);
        }
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
