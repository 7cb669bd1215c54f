package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An ELF file of 32 or 64 bits in either byte order: a vmlinux, a module, or a separate debug file. Its section headers are
 * read at once, at most {@value #MOST_SECTIONS} of them; everything else when it is asked for.
 */
public final class ElfFile {

    private static final int MOST_SECTIONS = 1 << 17;
    private static final int LONGEST_SECTION_NAME = 256;
    /** {@code NAME_MAX}, and a NUL. */
    private static final int LONGEST_FILE_NAME = 256;

    private static final int MAGIC = 0x7f454c46;
    private static final int RELOCATABLE = 1;
    private static final int ARM = 40;

    /** The offsets of the fields in the headers of a file and of a section, by word size. */
    private record Layout(int header, int sectionsAt, int sizesAt, int section, int word) {}

    private static final Layout BITS_32 = new Layout(52, 32, 46, 40, 4);
    private static final Layout BITS_64 = new Layout(64, 40, 58, 64, 8);

    private final MappedFile file;
    private final boolean wide;
    private final ByteOrder order;
    private final int type;
    private final int machine;
    private final List<ElfSection> sections;

    private ElfFile(MappedFile file) throws IOException {
        this.file = file;
        var ident = file.size() < 16 ? null : file.read(0, 16, ByteOrder.BIG_ENDIAN);
        if (ident == null || ident.getInt(0) != MAGIC) {
            throw MalformedElf.ofOther();
        }
        if (ident.get(4) < 1 || ident.get(4) > 2 || ident.get(5) < 1 || ident.get(5) > 2) {
            throw new MalformedElf("is an ELF file of an unknown word size or byte order");
        }
        wide = ident.get(4) == 2;
        order = ident.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var header = read(0, layout().header());
        type = Short.toUnsignedInt(header.getShort(16));
        machine = Short.toUnsignedInt(header.getShort(18));
        sections = sections(header);
    }

    /** @throws MalformedElf if it is no ELF file; another IOException if it cannot be read */
    public static ElfFile open(Path path) throws IOException {
        return new ElfFile(new MappedFile(path));
    }

    /** Opens an ELF file in memory. */
    static ElfFile of(byte[] bytes) throws IOException {
        return new ElfFile(new MappedFile(bytes));
    }

    private Layout layout() {
        return wide ? BITS_64 : BITS_32;
    }

    /** The sections. Large counts do not fit into the header, and are in the section with number 0. */
    private List<ElfSection> sections(ByteBuffer header) throws IOException {
        long start = word(header, layout().sectionsAt());
        if (start == 0) {
            return List.of();
        }
        int entry = Short.toUnsignedInt(header.getShort(layout().sizesAt()));
        long count = Short.toUnsignedInt(header.getShort(layout().sizesAt() + 2));
        int names = Short.toUnsignedInt(header.getShort(layout().sizesAt() + 4));
        if (entry < layout().section()) {
            throw new MalformedElf("has section headers that are too small");
        }
        var first = section(read(start, entry), null);
        count = count == 0 ? first.size() : count;
        names = names == 0xffff ? first.link() : names;
        if (count < 0 || count > MOST_SECTIONS) {
            throw new MalformedElf("has more than " + MOST_SECTIONS + " sections");
        }
        var strings = names < count ? section(read(start + (long) names * entry, entry), null) : null;
        var found = new ArrayList<ElfSection>();
        for (int number = 0; number < count; number++) {
            found.add(section(read(start + (long) number * entry, entry), strings));
        }
        return List.copyOf(found);
    }

    private ElfSection section(ByteBuffer header, ElfSection strings) throws IOException {
        int word = layout().word();
        return new ElfSection(
                strings == null ? "" : string(strings, Integer.toUnsignedLong(header.getInt(0)), LONGEST_SECTION_NAME),
                header.getInt(4),
                word(header, 8),
                word(header, 8 + word),
                word(header, 8 + 2 * word),
                word(header, 8 + 3 * word),
                header.getInt(8 + 4 * word));
    }

    ByteBuffer read(long offset, int length) throws IOException {
        return file.read(offset, length, order);
    }

    /** The address or size at this index, of 4 or 8 bytes. */
    long word(ByteBuffer bytes, int at) {
        return wide ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** The string at this offset of a string table, cut after {@code longest} bytes. */
    String string(ElfSection strings, long at, int longest) throws IOException {
        if (!strings.isInFile() || at < 0 || at >= strings.size()) {
            return "";
        }
        long offset = strings.offset() + at;
        var bytes = read(offset, (int)
                        Math.min(Math.min(longest, strings.size() - at), Math.max(0, file.size() - offset)))
                .array();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    ByteOrder order() {
        return order;
    }

    /** Whether numbers begin with their lowest byte. */
    public boolean isLittleEndian() {
        return order == ByteOrder.LITTLE_ENDIAN;
    }

    /** The machine, {@code EM_*}: 62 for x86-64. */
    public int machine() {
        return machine;
    }

    /** Whether it is a 64-bit file. */
    public boolean isWide() {
        return wide;
    }

    /** The sections in the order of their numbers from 0; empty if there are no section headers. */
    public List<ElfSection> sections() {
        return sections;
    }

    /** The first section of this name, or null. */
    ElfSection section(String name) {
        return sections.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is not linked yet, as a module, so that addresses begin at 0 in each section. */
    public boolean isRelocatable() {
        return type == RELOCATABLE;
    }

    /** Whether the lowest bit of a function's address marks Thumb code. */
    boolean marksThumb() {
        return machine == ARM;
    }

    /** Whether it has line information, and not only symbols. */
    public boolean hasLines() {
        return sections.stream()
                .anyMatch(each -> each.isInFile()
                        && (each.name().equals(".debug_info") || each.name().equals(".zdebug_info")));
    }

    /** The build id in hexadecimal digits, null if the file has none. */
    public String buildId() throws IOException {
        return ElfNotes.buildId(this);
    }

    /**
     * The release of the kernel in the file, {@code 6.12.0-rc1+}, or of the kernel that a module is for; null if the file does not
     * have it, as some separate debug files.
     */
    public String kernelRelease() throws IOException {
        return KernelRelease.of(this);
    }

    /** The name of the separate debug file that a stripped file names, without directory; null if it names none. */
    public String debugLink() throws IOException {
        var link = section(".gnu_debuglink");
        var name = link == null ? "" : string(link, 0, LONGEST_FILE_NAME);
        return name.isEmpty() || name.contains("/") || name.equals("..") ? null : name;
    }

    /** The symbols of functions; empty if the file was stripped of them. */
    public SymbolTable symbols() throws IOException {
        return SymbolTable.of(this);
    }
}
