package org.unsplat.symbols.elf;

import java.io.IOException;

/** Thrown for a file that is no ELF file or contradicts itself; the message says how and what to do. */
public final class MalformedElf extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean other;

    MalformedElf(String message) {
        this(message, false);
    }

    private MalformedElf(String message, boolean other) {
        super(message);
        this.other = other;
    }

    static MalformedElf ofOther() {
        return new MalformedElf("is not an ELF file", true);
    }

    /** Whether it is no ELF file at all. */
    public boolean isOther() {
        return other;
    }
}
