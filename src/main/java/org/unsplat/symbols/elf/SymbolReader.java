package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a {@code .symtab} in parts, because there may be millions of symbols. */
final class SymbolReader {

    /** Of all types; a kernel has several hundred thousand. */
    private static final long MOST_SYMBOLS = 1 << 24;

    private static final int FIRST_RESERVED = 0xff00;
    private static final int EXTENDED = 0xffff;
    private static final int PART = 2048;
    /** Names are read in blocks, because those of neighbouring symbols are close to each other. */
    private static final int BLOCK = 1 << 16;

    private static final int NOTYPE = 0;
    private static final int FUNC = 2;
    private static final int SECTION = 3;
    private static final int FILE = 4;
    private static final int GNU_IFUNC = 10;

    private final ElfFile file;
    private final ElfSection symbols;
    private final int entry;
    private final ElfSection extended;
    private SymbolTable table;
    private byte[] block = {};
    private long blockStart;

    SymbolReader(ElfFile file, ElfSection symbols) {
        this.file = file;
        this.symbols = symbols;
        this.entry = file.isWide() ? 24 : 16;
        int number = file.sections().indexOf(symbols);
        this.extended = file.sections().stream()
                .filter(each -> each.type() == ElfSection.SYMTAB_SHNDX && each.link() == number)
                .findFirst()
                .orElse(null);
    }

    void read(SymbolTable into) throws IOException {
        table = into;
        long count = Long.divideUnsigned(symbols.size(), entry);
        if (count > MOST_SYMBOLS) {
            throw new MalformedElf("has more than " + MOST_SYMBOLS + " symbols");
        }
        for (long first = 0; first < count; first += PART) {
            int some = (int) Math.min(PART, count - first);
            var part = file.read(symbols.offset() + first * entry, some * entry);
            for (int i = 0; i < some; i++) {
                read(part, i * entry, first + i);
            }
        }
    }

    private void read(ByteBuffer part, int at, long number) throws IOException {
        int name = part.getInt(at);
        int type = part.get(at + (file.isWide() ? 4 : 12)) & 0xf;
        int section = section(Short.toUnsignedInt(part.getShort(at + (file.isWide() ? 6 : 14))), number);
        if (name == 0
                || type == SECTION
                || type == FILE
                || section <= 0
                || section >= file.sections().size()) {
            return;
        }
        if (!file.sections().get(section).isCode()) {
            return;
        }
        long address = file.word(part, at + (file.isWide() ? 8 : 4));
        long size = file.word(part, at + (file.isWide() ? 16 : 8));
        boolean function = type == NOTYPE || type == FUNC || type == GNU_IFUNC;
        add(name, section, type == FUNC && file.marksThumb() ? address & ~1L : address, size, function);
    }

    private int section(int number, long symbol) throws IOException {
        if (number != EXTENDED) {
            return number < FIRST_RESERVED ? number : 0;
        }
        boolean known = extended != null && extended.isInFile() && symbol < Long.divideUnsigned(extended.size(), 4);
        return known ? file.read(extended.offset() + 4 * symbol, 4).getInt(0) : 0;
    }

    /** Adds a symbol, except the marks of assembler and linker that kallsyms leaves out too. */
    private void add(int name, int section, long address, long size, boolean function) throws IOException {
        long at = Integer.toUnsignedLong(name);
        var strings = table.strings();
        if (at >= strings.size()) {
            return;
        }
        int from = at(strings, at);
        int end = from;
        while (end < block.length && end - from < SymbolTable.LONGEST_NAME && block[end] != 0) {
            end++;
        }
        boolean mark =
                end == from || block[from] == '$' || block[from] == '.' && from + 1 < end && block[from + 1] == 'L';
        if (!mark) {
            table.add(name, SymbolTable.hash(block, from, end), section, address, size, function);
        }
    }

    /** The position of a name in the block, which is read again if it does not contain the whole name. */
    private int at(ElfSection strings, long at) throws IOException {
        boolean inside = at >= blockStart && at + SymbolTable.LONGEST_NAME <= blockStart + block.length;
        if (!inside) {
            long left = strings.size() - at;
            block = file.read(strings.offset() + at, (int) Math.min(BLOCK, left))
                    .array();
            blockStart = at;
        }
        return (int) (at - blockStart);
    }
}
