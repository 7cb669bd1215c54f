package org.unsplat.symbols.tool;

import java.util.List;

/** A running program that tells the lines of one file. */
public interface Symbolizer extends AutoCloseable {

    /**
     * The functions that an address lies in: the innermost first, then what each was inlined into; at least one.
     *
     * @throws SymbolizerFailure where it gives no answer, neither now nor later
     */
    List<SourceLine> lines(long address) throws SymbolizerFailure;

    /** Whether it may take file 0 of a DWARF 5 table of lines for file 1 ({@link org.unsplat.symbols.elf.FirstFiles}). */
    boolean mistakesFirstFiles();

    /** Ends the program. */
    @Override
    void close();
}
