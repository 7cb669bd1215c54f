package org.unsplat.grammar.text;

/** Lines that break off, within a piece that can be read on behind them. */
public final class CutLines {

    private CutLines() {}

    /** Gives up the lines at the cursor that break off. */
    public static void skip(Cursor lines) {
        while (!lines.atEnd() && lines.line().isCut()) {
            lines.skip();
        }
    }
}
