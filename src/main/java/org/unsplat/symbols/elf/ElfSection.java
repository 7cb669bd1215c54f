package org.unsplat.symbols.elf;

/**
 * A section of an ELF file as its header describes it.
 *
 * @param name {@code .text}
 * @param type {@code SHT_*}
 * @param flags {@code SHF_*}
 * @param address the address where it is loaded; 0 in a relocatable file
 * @param offset the position in the file, in bytes
 * @param size in bytes; of a section that is not in the file, the size in memory
 * @param link the number of another section; for a symbol table, that of its string table
 */
public record ElfSection(String name, int type, long flags, long address, long offset, long size, int link) {

    static final int SYMTAB = 2;
    static final int NOTE = 7;
    static final int NOBITS = 8;
    static final int SYMTAB_SHNDX = 18;

    private static final long EXECINSTR = 4;

    /** Whether it contains code; {@code objcopy --only-keep-debug} empties such a section but keeps its flags. */
    public boolean isCode() {
        return (flags & EXECINSTR) != 0;
    }

    /** Whether its bytes are in the file. */
    boolean isInFile() {
        return type != NOBITS && size > 0;
    }
}
