/**
 * ELF files as a build leaves them: their sections, symbols, build id and the name of a separate debug file. Whatever a
 * file holds, reading it ends in an answer or in {@link org.unsplat.symbols.elf.MalformedElf}, in bounded memory.
 */
package org.unsplat.symbols.elf;
