package org.unsplat.symbols;

import org.unsplat.symbols.tool.SymbolizerProgram;

/** The programs that tests need, where they are installed. */
public final class TestTools {

    private TestTools() {}

    /** Whether all of them are on PATH. */
    public static boolean has(String... names) {
        for (var name : names) {
            if (!SymbolizerProgram.isOn(System.getenv("PATH"), name)) {
                return false;
            }
        }
        return true;
    }
}
