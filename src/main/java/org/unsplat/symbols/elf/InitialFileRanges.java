package org.unsplat.symbols.elf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the code whose lines are in file 1 of a DWARF 5 line table because the table has not named another file yet; file 1 is
 * the initial value (DWARF 5, 6.2.2). {@code addr2line} uses file 0 instead, up to binutils 2.40 at least
 * ({@code decode_line_info} in bfd/dwarf2.c). The two differ if the first function of a unit comes from a header.
 */
public final class InitialFileRanges {

    private static final String LINES = ".debug_line";
    private static final int LARGEST_UNIT = 1 << 26;

    private final ElfFile file;
    private final Relocations relocations;
    private final Map<String, byte[]> strings = new HashMap<>();
    private final Map<String, List<InitialFileRange>> rows = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();

    private InitialFileRanges(ElfFile file) throws IOException {
        this.file = file;
        this.relocations = Relocations.of(file, LINES);
    }

    /** @throws MalformedElf if the line tables cannot be read */
    public static InitialFileRanges of(ElfFile file) throws IOException {
        var found = new InitialFileRanges(file);
        var lines = file.section(LINES);
        if (lines != null && lines.isInFile()) {
            try (var in = SectionStream.of(file, lines)) {
                found.readUnits(in);
            }
        }
        return found;
    }

    private void readUnits(InputStream in) throws IOException {
        long start = 0;
        for (var head = in.readNBytes(4); head.length == 4; head = in.readNBytes(4)) {
            int length = ByteBuffer.wrap(head).order(file.order()).getInt();
            boolean wide = length == -1;
            long size = wide
                    ? ByteBuffer.wrap(in.readNBytes(8)).order(file.order()).getLong()
                    : Integer.toUnsignedLong(length);
            if (size < 0 || size > LARGEST_UNIT) {
                throw new MalformedElf("has a table of lines of more than " + LARGEST_UNIT + " bytes");
            }
            int header = wide ? 12 : 4;
            var unit = new LineUnit(this, in.readNBytes((int) size), start + header, wide);
            unit.read();
            start += header + size;
        }
    }

    ElfFile file() {
        return file;
    }

    Relocations relocations() {
        return relocations;
    }

    /** The string at this offset of a string section, which may be compressed. */
    String string(String section, long at) throws IOException {
        var bytes = strings.get(section);
        if (bytes == null) {
            var found = file.section(section);
            try (var in = found == null ? InputStream.nullInputStream() : SectionStream.of(file, found)) {
                bytes = in.readNBytes(LARGEST_UNIT);
            }
            strings.put(section, bytes);
        }
        if (at < 0 || at >= bytes.length) {
            throw new MalformedElf("has names of files that are not there");
        }
        int end = (int) at;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, (int) at, end - (int) at, StandardCharsets.UTF_8);
    }

    /** @param section null in a linked file */
    void add(String section, InitialFileRange some) {
        rows.computeIfAbsent(section, any -> new ArrayList<>()).add(some);
    }

    /** Notes that for a table with this file 0 it is unknown which rows are in its file 1. */
    void addUnsure(String fileZero) {
        unsure.add(fileZero);
    }

    /**
     * The file that contains the line of an address.
     *
     * @param section the section that contains the address, null for an address of the whole file
     * @param told the answer of a tool that may use file 0 instead of file 1
     * @return null if it cannot be told which of the two it is
     */
    public String file(String section, long address, String told) {
        for (var each : rows.getOrDefault(section, List.of())) {
            if (each.has(address) && isNamed(told, each.fileZero())) {
                return each.fileOne();
            }
        }
        return unsure.stream().anyMatch(each -> isNamed(told, each)) ? null : told;
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }
}
