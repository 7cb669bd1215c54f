package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The numbers of a section that the linker still has to fill in, in a file that is not linked. All are assumed to be the address
 * of a symbol plus a number, as in debug information on all machines except those that move code while linking.
 */
final class Relocations {

    private static final int RELA = 4;
    private static final int MOST = 1 << 21;

    private final ElfFile file;
    private final ElfSection symbols;
    private final boolean addends;
    private final long[] places;
    private final int[] targets;
    private final long[] values;

    /** The target of a relocated number. */
    record Target(int section, long address) {}

    private Relocations(ElfFile file, ElfSection section, int count) {
        this.file = file;
        this.symbols = section == null ? null : file.sections().get(section.link());
        this.addends = section != null && section.type() == RELA;
        this.places = new long[count];
        this.targets = new int[count];
        this.values = new long[count];
    }

    /** @param name the name of the section that they apply to */
    static Relocations of(ElfFile file, String name) throws IOException {
        var section = file.section(".rela" + name) == null ? file.section(".rel" + name) : file.section(".rela" + name);
        if (!file.isRelocatable() || section == null || !section.isInFile()) {
            return new Relocations(file, null, 0);
        }
        int word = file.isWide() ? 8 : 4;
        int entry = (section.type() == RELA ? 3 : 2) * word;
        long count = Long.divideUnsigned(section.size(), entry);
        if (count > MOST
                || section.link() < 0
                || section.link() >= file.sections().size()) {
            throw new MalformedElf("has too many relocations of lines");
        }
        var all = new Relocations(file, section, (int) count);
        try (var in = SectionStream.of(file, section)) {
            for (int i = 0; i < count; i++) {
                all.set(i, ByteBuffer.wrap(in.readNBytes(entry)).order(file.order()), word);
            }
        }
        return all;
    }

    private void set(int number, ByteBuffer entry, int word) throws IOException {
        if (entry.limit() < 2 * word) {
            throw new MalformedElf("ends within its relocations");
        }
        places[number] = file.word(entry, 0);
        long info = file.word(entry, word);
        targets[number] = file.isWide() ? (int) (info >>> 32) : (int) (info >>> 8);
        values[number] = addends ? word == 8 ? entry.getLong(16) : entry.getInt(8) : 0;
        if (number > 0 && places[number] < places[number - 1]) {
            throw new MalformedElf("has relocations that are not in order");
        }
    }

    /** The number of relocations in a range. */
    int count(long from, long to) {
        return at(to) - at(from);
    }

    private int at(long place) {
        int at = Arrays.binarySearch(places, place);
        return at < 0 ? -at - 1 : at;
    }

    /** The target of the number at this place; null if it is not relocated. */
    Target target(long place, long number) throws IOException {
        int at = Arrays.binarySearch(places, place);
        if (at < 0) {
            return null;
        }
        int entry = file.isWide() ? 24 : 16;
        var symbol = file.read(symbols.offset() + (long) targets[at] * entry, entry);
        int section = Short.toUnsignedInt(symbol.getShort(file.isWide() ? 6 : 14));
        long value = file.word(symbol, file.isWide() ? 8 : 4);
        return new Target(section, value + (addends ? values[at] : number));
    }
}
