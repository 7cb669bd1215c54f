package org.unsplat.symbols.elf;

import java.io.IOException;

/** A file is no ELF file, or contradicts itself; the message says how and what to do. */
public final class MalformedElf extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedElf(String message) {
        super(message);
    }
}
