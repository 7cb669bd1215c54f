package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table in {@code .debug_line}: its DWARF 5 header, and the part of its program about the first file. */
final class LineUnit {

    private static final int VERSION = 5;
    private static final int PATH = 1;
    private static final int DIRECTORY_INDEX = 2;

    private final InitialFileRanges into;
    private final ByteBuffer bytes;
    private final long start;
    private final boolean wide;

    /** @param start the offset of the bytes in the section */
    LineUnit(InitialFileRanges into, byte[] bytes, long start, boolean wide) {
        this.into = into;
        this.bytes = ByteBuffer.wrap(bytes).order(into.file().order());
        this.start = start;
        this.wide = wide;
    }

    private record Entry(String path, int directory) {}

    /** Adds the code in file 1, if that differs from file 0. */
    void read() throws IOException {
        try {
            if (bytes.remaining() < 2 || bytes.getShort() != VERSION) {
                return;
            }
            bytes.getShort();
            long length = wide ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
            long program = bytes.position() + length;
            if (length < 0 || program > bytes.limit()) {
                throw new MalformedElf("has a table of lines that ends too soon");
            }
            var sizes = sizes();
            var dirs = entries(Integer.MAX_VALUE);
            var files = entries(2);
            if (files.size() == 2) {
                var one = path(files.get(1), dirs);
                if (!one.equals(path(files.get(0), dirs))) {
                    bytes.position((int) program);
                    new LineProgram(into, bytes, start, sizes, files.get(0).path(), one).run();
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new MalformedElf("has a table of lines that contradicts itself");
        }
    }

    private LineProgram.Sizes sizes() {
        int code = bytes.get() & 0xff;
        bytes.getShort();
        bytes.get();
        int lineRange = bytes.get() & 0xff;
        int opcodeBase = bytes.get() & 0xff;
        var operands = new byte[Math.max(1, opcodeBase)];
        bytes.get(operands, 1, Math.max(0, opcodeBase - 1));
        return new LineProgram.Sizes(code, Math.max(1, lineRange), opcodeBase, operands);
    }

    private List<Entry> entries(int most) throws IOException {
        var format = new long[2 * (bytes.get() & 0xff)];
        for (int i = 0; i < format.length; i++) {
            format[i] = LineProgram.unsigned(bytes);
        }
        long count = LineProgram.unsigned(bytes);
        var found = new ArrayList<Entry>();
        for (long i = 0; i < Math.min(count, most); i++) {
            String path = "";
            long directory = 0;
            for (int at = 0; at < format.length; at += 2) {
                if (format[at] == PATH) {
                    path = string(format[at + 1]);
                } else if (format[at] == DIRECTORY_INDEX) {
                    directory = number(format[at + 1]);
                } else {
                    number(format[at + 1]);
                }
            }
            found.add(new Entry(path, (int) directory));
        }
        return found;
    }

    private String string(long form) throws IOException {
        return switch ((int) form) {
            case 0x08 -> text();
            case 0x0e -> into.string(".debug_str", offset());
            case 0x1f -> into.string(".debug_line_str", offset());
            default -> throw new MalformedElf("has names of files in an unknown form");
        };
    }

    private String text() {
        int from = bytes.position();
        while (bytes.get() != 0) {
            // Up to the NUL
        }
        return new String(bytes.array(), from, bytes.position() - 1 - from, StandardCharsets.UTF_8);
    }

    private long offset() throws IOException {
        long at = start + bytes.position();
        long number = wide ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
        var target = into.relocations().target(at, number);
        return target == null ? number : target.address();
    }

    private long number(long form) throws IOException {
        return switch ((int) form) {
            case 0x0b -> bytes.get() & 0xff;
            case 0x05 -> Short.toUnsignedLong(bytes.getShort());
            case 0x06 -> Integer.toUnsignedLong(bytes.getInt());
            case 0x07 -> bytes.getLong();
            case 0x0f -> LineProgram.unsigned(bytes);
            case 0x1e -> bytes.getLong() + bytes.getLong();
            default -> throw new MalformedElf("has numbers of files in an unknown form");
        };
    }

    private static String path(Entry entry, List<Entry> dirs) {
        if (entry.path().startsWith("/") || dirs.isEmpty()) {
            return entry.path();
        }
        var own = entry.directory() >= 0 && entry.directory() < dirs.size()
                ? dirs.get(entry.directory()).path()
                : "";
        var dir = own.startsWith("/") ? own : dirs.get(0).path() + "/" + own;
        return dir + "/" + entry.path();
    }
}
