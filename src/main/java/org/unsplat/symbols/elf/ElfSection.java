package org.unsplat.symbols.elf;

/**
 * A section of an ELF file, as its header says.
 *
 * @param name {@code .text}
 * @param type {@code SHT_*}
 * @param flags {@code SHF_*}
 * @param address where it is loaded; 0 in a relocatable file
 * @param offset in the file, in bytes
 * @param size in bytes; of those in memory where nothing is in the file
 * @param link the number of another section, of the names for a table of symbols
 */
public record ElfSection(String name, int type, long flags, long address, long offset, long size, int link) {

    static final int SYMTAB = 2;
    static final int NOTE = 7;
    static final int NOBITS = 8;
    static final int SYMTAB_SHNDX = 18;

    private static final long EXECINSTR = 4;

    /** Whether it holds code; {@code objcopy --only-keep-debug} empties such a section and leaves it its flags. */
    public boolean isCode() {
        return (flags & EXECINSTR) != 0;
    }

    /** Whether its bytes are in the file. */
    boolean isInFile() {
        return type != NOBITS && size > 0;
    }
}
