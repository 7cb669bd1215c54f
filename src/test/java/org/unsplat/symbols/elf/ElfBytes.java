package org.unsplat.symbols.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small ELF files by the book, in all word sizes and byte orders. */
final class ElfBytes {

    static final int FUNC = 2;
    static final long CODE = 6;

    private record Section(String name, int type, long flags, byte[] bytes, long size, int link) {}

    private record Symbol(String name, int type, int section, long address, long size) {}

    private final boolean wide;
    private final ByteOrder order;
    private final List<Section> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private boolean extended;
    private int machine = 62;
    private int type = 2;

    ElfBytes(boolean wide, ByteOrder order) {
        this.wide = wide;
        this.order = order;
        sections.add(new Section("", 0, 0, new byte[0], 0, 0));
    }

    ElfBytes machine(int number) {
        machine = number;
        return this;
    }

    ElfBytes type(int number) {
        type = number;
        return this;
    }

    /** Writes all numbers of sections to where those go that do not fit. */
    ElfBytes extended() {
        extended = true;
        return this;
    }

    /** Adds a section of code without bytes, as a debug file has them; its number is the next one, from 1. */
    ElfBytes code(String name) {
        sections.add(new Section(name, ElfSection.NOBITS, CODE, new byte[0], 1 << 20, 0));
        return this;
    }

    ElfBytes section(String name, int kind, byte[] bytes) {
        sections.add(new Section(name, kind, 0, bytes, bytes.length, 0));
        return this;
    }

    ElfBytes buildId(byte... id) {
        var note = ByteBuffer.allocate(16 + 16 + (id.length + 3 & ~3)).order(order);
        // Another note of the kernel's stands before it: "Xen", whose name and contents are filled up to four bytes
        note.putInt(4).putInt(1).putInt(9).put(text("Xen")).put((byte) 0);
        note.position(16 + 4 - 4);
        note.put((byte) 7).position(20);
        var own = ByteBuffer.allocate(note.capacity() + 4).order(order);
        own.put(note.array(), 0, 20);
        own.putInt(4).putInt(id.length).putInt(3).put(text("GNU")).put((byte) 0).put(id);
        return section(".notes", ElfSection.NOTE, own.array());
    }

    ElfBytes symbol(String name, int kind, int section, long address, long size) {
        symbols.add(new Symbol(name, kind, section, address, size));
        return this;
    }

    byte[] bytes() {
        addSymbols();
        var names = new ByteArrayOutputStream();
        var offsets = strings(names, sections.stream().map(Section::name).toList(), ".shstrtab");
        sections.add(new Section(".shstrtab", 3, 0, names.toByteArray(), names.size(), 0));
        int header = wide ? 64 : 52;
        int entry = wide ? 64 : 40;
        var body = new ByteArrayOutputStream();
        var table = ByteBuffer.allocate(entry * sections.size()).order(order);
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            table.position(i * entry);
            table.putInt(offsets.get(i)).putInt(section.type());
            boolean counts = i == 0 && extended;
            word(table, section.flags(), 0, header + body.size(), counts ? sections.size() : section.size());
            table.putInt(counts ? sections.size() - 1 : section.link());
            body.writeBytes(section.bytes());
        }
        var file = ByteBuffer.allocate(header + body.size() + table.capacity()).order(order);
        file.put(text("\u007fELF")).put((byte) (wide ? 2 : 1)).put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
        file.put((byte) 1).position(16);
        file.putShort((short) type).putShort((short) machine).putInt(1);
        word(file, 0, 0, header + body.size());
        file.putInt(0)
                .putShort((short) header)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entry);
        file.putShort((short) (extended ? 0 : sections.size()));
        file.putShort((short) (extended ? 0xffff : sections.size() - 1));
        return file.put(body.toByteArray()).put(table.array()).array();
    }

    private void addSymbols() {
        int number = sections.size();
        var names = new ByteArrayOutputStream();
        var offsets = strings(names, symbols.stream().map(Symbol::name).toList(), null);
        var table = ByteBuffer.allocate((wide ? 24 : 16) * (symbols.size() + 1)).order(order);
        var indexes = ByteBuffer.allocate(4 * (symbols.size() + 1)).order(order);
        table.position(wide ? 24 : 16);
        indexes.position(4);
        for (int i = 0; i < symbols.size(); i++) {
            var symbol = symbols.get(i);
            table.putInt(offsets.get(i));
            int index = extended ? 0xffff : symbol.section();
            if (wide) {
                table.put((byte) symbol.type()).put((byte) 0).putShort((short) index);
                word(table, symbol.address(), symbol.size());
            } else {
                word(table, symbol.address(), symbol.size());
                table.put((byte) symbol.type()).put((byte) 0).putShort((short) index);
            }
            indexes.putInt(symbol.section());
        }
        sections.add(new Section(".symtab", ElfSection.SYMTAB, 0, table.array(), table.capacity(), number + 1));
        sections.add(new Section(".strtab", 3, 0, names.toByteArray(), names.size(), 0));
        if (extended) {
            sections.add(new Section(
                    ".symtab_shndx", ElfSection.SYMTAB_SHNDX, 0, indexes.array(), indexes.capacity(), number));
        }
    }

    private void word(ByteBuffer into, long... values) {
        for (var value : values) {
            if (wide) {
                into.putLong(value);
            } else {
                into.putInt((int) value);
            }
        }
    }

    /** Where each of the names begins in a section of names, which is written. */
    private static List<Integer> strings(ByteArrayOutputStream into, List<String> names, String last) {
        var offsets = new ArrayList<Integer>();
        into.write(0);
        var all = new ArrayList<>(names);
        if (last != null) {
            all.add(last);
        }
        for (var name : all) {
            offsets.add(name.isEmpty() ? 0 : into.size());
            into.writeBytes(text(name));
            into.write(0);
        }
        return offsets;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
