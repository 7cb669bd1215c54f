/**
 * Reads ELF files of a kernel build: sections, symbols, build id, and the name of a separate debug file. For any content, reading
 * ends with a result or with {@link org.unsplat.symbols.elf.MalformedElf}, in bounded memory.
 */
package org.unsplat.symbols.elf;
