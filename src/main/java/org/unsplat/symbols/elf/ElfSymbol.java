package org.unsplat.symbols.elf;

/**
 * A symbol in a section of code.
 *
 * @param section its section, whose number is {@code sectionNumber}
 * @param address in memory; within the section in a relocatable file
 * @param size in bytes as the compiler says, without what fills up to the next function; 0 where it does not
 */
public record ElfSymbol(String name, ElfSection section, int sectionNumber, long address, long size) {}
