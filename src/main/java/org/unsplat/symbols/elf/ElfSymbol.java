package org.unsplat.symbols.elf;

/**
 * A symbol in a code section.
 *
 * @param section the section with the number {@code sectionNumber}
 * @param address in memory; in a relocatable file, within the section
 * @param size in bytes as the compiler gives it, without padding; 0 if it gives none
 */
public record ElfSymbol(String name, ElfSection section, int sectionNumber, long address, long size) {}
