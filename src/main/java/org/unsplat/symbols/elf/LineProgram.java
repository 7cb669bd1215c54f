package org.unsplat.symbols.elf;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Runs the program of a line table (DWARF 5, 6.2.5) for addresses and for the rows in the first file. */
final class LineProgram {

    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int SET_FILE = 4;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;
    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;
    private static final int LAST_SPECIAL = 255;

    /**
     * Values from the header.
     *
     * @param code the smallest length of an instruction, in bytes
     * @param operands the number of operands of each standard opcode
     */
    record Sizes(int code, int lineRange, int opcodeBase, byte[] operands) {}

    private final InitialFileRanges into;
    private final ByteBuffer bytes;
    private final long start;
    private final Sizes sizes;
    private final String fileZero;
    private final String fileOne;
    private boolean first = true;
    private boolean open;
    private long openAt;
    private String section;
    private long address;
    private int relocated;
    private boolean sure = true;

    /**
     * @param bytes the whole table, positioned at the beginning of the program
     * @param start the offset of the table in the section
     */
    LineProgram(InitialFileRanges into, ByteBuffer bytes, long start, Sizes sizes, String fileZero, String fileOne) {
        this.into = into;
        this.bytes = bytes;
        this.start = start;
        this.sizes = sizes;
        this.fileZero = fileZero;
        this.fileOne = fileOne;
    }

    void run() throws IOException {
        int expected = into.relocations().count(start + bytes.position(), start + bytes.limit());
        while (bytes.hasRemaining()) {
            int opcode = bytes.get() & 0xff;
            if (opcode >= sizes.opcodeBase()) {
                advance((opcode - sizes.opcodeBase()) / sizes.lineRange());
                row();
            } else if (opcode == 0) {
                extended();
            } else {
                standard(opcode);
            }
        }
        // Where linking moves code, as on RISC-V, differences of addresses are relocated too
        if (!sure || expected != relocated) {
            into.addUnsure(fileZero);
        }
    }

    private void standard(int opcode) {
        switch (opcode) {
            case COPY -> row();
            case ADVANCE_PC -> advance(unsigned(bytes));
            case SET_FILE -> {
                unsigned(bytes);
                first = false;
            }
            case CONST_ADD_PC -> advance((LAST_SPECIAL - sizes.opcodeBase()) / sizes.lineRange());
            case FIXED_ADVANCE_PC -> address += Short.toUnsignedInt(bytes.getShort());
            default -> {
                for (int left = sizes.operands()[opcode]; left > 0; left--) {
                    unsigned(bytes);
                }
            }
        }
    }

    private void extended() throws IOException {
        long length = unsigned(bytes);
        int following = Math.toIntExact(Math.min(bytes.limit(), bytes.position() + length));
        int opcode = length == 0 ? 0 : bytes.get();
        if (opcode == END_SEQUENCE) {
            first = false;
            row();
            first = true;
            address = 0;
        } else if (opcode == SET_ADDRESS) {
            setAddress(length - 1);
        }
        bytes.position(following);
    }

    private void setAddress(long size) throws IOException {
        long at = start + bytes.position();
        long number = size == 8 ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
        var target = into.relocations().target(at, number);
        var sections = into.file().sections();
        sure &= !open && (target == null || target.section() < sections.size());
        relocated += target == null ? 0 : 1;
        section = target == null || target.section() >= sections.size()
                ? null
                : sections.get(target.section()).name();
        address = target == null ? number : target.address();
    }

    private void advance(long instructions) {
        address += instructions * sizes.code();
    }

    /** A row is valid up to the next one. */
    private void row() {
        if (open && !first) {
            into.add(section, new InitialFileRange(openAt, address, fileZero, fileOne));
            open = false;
        } else if (!open && first) {
            open = true;
            openAt = address;
        }
    }

    /** Reads a number in ULEB128. */
    static long unsigned(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= shift < 64 ? (next & 0x7fL) << shift : 0;
            if (next >= 0) {
                return value;
            }
        }
    }
}
