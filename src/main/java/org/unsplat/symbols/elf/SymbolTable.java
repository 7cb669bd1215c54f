package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The code symbols of an ELF file, at most {@value #MOST_SYMBOLS}, found by name. Several may have one name, because each source
 * file may have a static function of that name.
 */
public final class SymbolTable {

    private static final int MOST_SYMBOLS = 1 << 22;

    /** The kernel's own limit is 512 with the NUL (KSYM_NAME_LEN). */
    static final int LONGEST_NAME = 1024;

    private final ElfFile file;
    private final ElfSection strings;
    private int[] names = new int[1024];
    private int[] hashes = new int[1024];
    private int[] sections = new int[1024];
    private long[] addresses = new long[1024];
    private long[] sizes = new long[1024];
    private boolean[] functions = new boolean[1024];
    private int count;
    private int[] buckets = {};
    private int[] next = {};
    private final Map<Integer, long[]> starts = new HashMap<>();
    private final Map<Integer, long[]> sizedStarts = new HashMap<>();

    private SymbolTable(ElfFile file, ElfSection strings) {
        this.file = file;
        this.strings = strings;
    }

    static SymbolTable of(ElfFile file) throws IOException {
        for (var section : file.sections()) {
            if (section.type() == ElfSection.SYMTAB && section.isInFile()) {
                boolean named =
                        section.link() >= 0 && section.link() < file.sections().size();
                var strings = named ? file.sections().get(section.link()) : null;
                if (strings == null || !strings.isInFile()) {
                    throw new MalformedElf("has symbols without names");
                }
                var table = new SymbolTable(file, strings);
                new SymbolReader(file, section).read(table);
                table.index();
                return table;
            }
        }
        return new SymbolTable(file, null);
    }

    ElfSection strings() {
        return strings;
    }

    void add(int name, int hash, int section, long address, long size, boolean function) throws MalformedElf {
        if (count == MOST_SYMBOLS) {
            throw new MalformedElf("has more than " + MOST_SYMBOLS + " symbols of code");
        }
        if (count == names.length) {
            int larger = 2 * count;
            names = Arrays.copyOf(names, larger);
            hashes = Arrays.copyOf(hashes, larger);
            sections = Arrays.copyOf(sections, larger);
            addresses = Arrays.copyOf(addresses, larger);
            sizes = Arrays.copyOf(sizes, larger);
            functions = Arrays.copyOf(functions, larger);
        }
        names[count] = name;
        hashes[count] = hash;
        sections[count] = section;
        addresses[count] = address;
        sizes[count] = size;
        functions[count] = function;
        count++;
    }

    private void index() {
        buckets = new int[Integer.highestOneBit(Math.max(1, count)) * 2];
        next = new int[count];
        Arrays.fill(buckets, -1);
        for (int i = count - 1; i >= 0; i--) {
            int bucket = hashes[i] & buckets.length - 1;
            next[i] = buckets[bucket];
            buckets[bucket] = i;
        }
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 7;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash * 0x9e3779b1;
    }

    /** The number of symbols in memory. */
    public int size() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The functions and assembler labels of this name, in the order of the file. */
    public List<ElfSymbol> named(String name) throws IOException {
        var found = new ArrayList<ElfSymbol>();
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        int hash = hash(bytes, 0, bytes.length);
        for (int i = count == 0 ? -1 : buckets[hash & buckets.length - 1]; i >= 0; i = next[i]) {
            if (hashes[i] == hash && functions[i] && name.equals(nameOf(i))) {
                found.add(new ElfSymbol(name, file.sections().get(sections[i]), sections[i], addresses[i], sizes[i]));
            }
        }
        return found;
    }

    private String nameOf(int symbol) throws IOException {
        return file.string(strings, Integer.toUnsignedLong(names[symbol]), LONGEST_NAME);
    }

    /** Whether a symbol of this name has the same address, and so is another name of the function. */
    public boolean isAlias(String name, ElfSymbol symbol) throws IOException {
        return named(name).stream()
                .anyMatch(each -> each.sectionNumber() == symbol.sectionNumber() && each.address() == symbol.address());
    }

    /**
     * Whether kallsyms would print this size for the symbol. It does not know sizes but prints the distance to the next symbol
     * (kernel/kallsyms.c, {@code get_symbol_pos}; kernel/module/kallsyms.c, {@code find_kallsyms_symbol}). After the last symbol of
     * a module's section, that is wherever the loader put the next section.
     */
    public boolean hasPrintedSize(ElfSymbol symbol, long printed) {
        if (printed <= 0) {
            return false;
        }
        var all = starts.computeIfAbsent(symbol.sectionNumber(), section -> starts(section, false));
        long end = symbol.address() + printed;
        // Assembler code has labels within functions, asm_exc_nmi about ten; the distance to the first is printed
        int next = following(all, symbol.address() + 1);
        if (next < all.length && all[next] == flipped(end)) {
            return true;
        }
        int following = following(all, symbol.address() + Math.max(1, symbol.size()));
        return printed == symbol.size()
                || printed > symbol.size()
                        && (following == all.length
                                || Arrays.binarySearch(all, flipped(end)) >= 0 && !hasFunctionBefore(symbol, end));
    }

    /** Whether a whole function is between the symbol and the printed end; labels that kallsyms leaves out may be. */
    private boolean hasFunctionBefore(ElfSymbol symbol, long end) {
        var all = sizedStarts.computeIfAbsent(symbol.sectionNumber(), section -> starts(section, true));
        int following = following(all, symbol.address() + Math.max(1, symbol.size()));
        return following < all.length && all[following] < flipped(end);
    }

    private static int following(long[] all, long address) {
        int at = Arrays.binarySearch(all, flipped(address));
        return at < 0 ? -at - 1 : at;
    }

    /** The sorted addresses of all symbols in a section, or only of functions with a size. */
    private long[] starts(int section, boolean sized) {
        var found = new long[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (sections[i] == section && (!sized || functions[i] && sizes[i] > 0)) {
                found[size++] = flipped(addresses[i]);
            }
        }
        return Arrays.stream(found, 0, size).sorted().distinct().toArray();
    }

    /** Maps unsigned addresses to signed numbers in the same order, and back. */
    private static long flipped(long address) {
        return address ^ Long.MIN_VALUE;
    }
}
