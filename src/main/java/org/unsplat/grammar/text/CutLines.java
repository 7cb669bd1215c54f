package org.unsplat.grammar.text;

/** Cut lines within a piece whose later lines can still be read. */
public final class CutLines {

    private CutLines() {}

    public static void skip(Cursor lines) {
        while (!lines.atEnd() && lines.line().isCut()) {
            lines.skip();
        }
    }
}
