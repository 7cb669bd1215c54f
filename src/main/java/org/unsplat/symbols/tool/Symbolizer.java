package org.unsplat.symbols.tool;

import java.util.List;

/** A running program that finds the lines of one file. */
public interface Symbolizer extends AutoCloseable {

    /**
     * The functions that contain an address: the innermost first, then those it is inlined into; at least one.
     *
     * @throws SymbolizerFailure if the program gives no answer, now or later
     */
    List<SourceLine> lines(long address) throws SymbolizerFailure;

    /** Whether it may use file 0 of a DWARF 5 line table instead of file 1 ({@link org.unsplat.symbols.elf.InitialFileRanges}). */
    boolean mistakesFirstFiles();

    /** Ends the program. */
    @Override
    void close();
}
