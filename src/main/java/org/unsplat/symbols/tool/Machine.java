package org.unsplat.symbols.tool;

import java.util.Arrays;
import java.util.List;
import org.unsplat.symbols.elf.ElfFile;

/**
 * Machines whose modules {@code addr2line} reads only if it was built for them; otherwise it ignores their relocations and names
 * wrong lines. Its help lists the targets it was built for, by BFD's names.
 */
enum Machine {
    I386(3, "i386", "elf32-i386", "i686-linux-gnu"),
    X86_64(62, "x86-64", "elf64-x86-64", "x86_64-linux-gnu"),
    AARCH64(183, "aarch64", "elf64-littleaarch64", "aarch64-linux-gnu"),
    ARM(40, "arm", "elf32-littlearm", "arm-linux-gnueabihf", "arm-linux-gnueabi"),
    RISCV64(243, "riscv64", "elf64-littleriscv", "riscv64-linux-gnu"),
    RISCV32(243, "riscv32", "elf32-littleriscv", "riscv64-linux-gnu"),
    PPC64LE(21, "powerpc64le", "elf64-powerpcle", "powerpc64le-linux-gnu"),
    PPC64(21, "powerpc64", "elf64-powerpc", "powerpc64-linux-gnu"),
    PPC(20, "powerpc", "elf32-powerpc", "powerpc-linux-gnu"),
    S390X(22, "s390x", "elf64-s390", "s390x-linux-gnu"),
    LOONGARCH64(258, "loongarch64", "elf64-loongarch", "loongarch64-linux-gnu"),
    MIPS64EL(8, "mips64el", "elf64-tradlittlemips", "mips64el-linux-gnuabi64"),
    MIPSEL(8, "mipsel", "elf32-tradlittlemips", "mipsel-linux-gnu"),
    MIPS(8, "mips", "elf32-tradbigmips", "mips-linux-gnu"),
    SPARC64(43, "sparc64", "elf64-sparc", "sparc64-linux-gnu");

    private final int number;
    private final String label;
    private final String target;
    private final List<String> systems;

    Machine(int number, String label, String target, String... systems) {
        this.number = number;
        this.label = label;
        this.target = target;
        this.systems = List.of(systems);
    }

    /** The machine of a file, null if it is none of these. */
    static Machine of(ElfFile file) {
        return Arrays.stream(values())
                .filter(each -> each.number == file.machine()
                        && each.target.startsWith(file.isWide() ? "elf64" : "elf32")
                        && each.isLittleEndian() == file.isLittleEndian())
                .findFirst()
                .orElse(null);
    }

    private boolean isLittleEndian() {
        return switch (this) {
            case PPC64, PPC, S390X, MIPS, SPARC64 -> false;
            default -> true;
        };
    }

    String label() {
        return label;
    }

    /** The name of the target in BFD. */
    String target() {
        return target;
    }

    /** The names of the {@code addr2line} for it in distributions. */
    List<String> programs() {
        return systems.stream().map(each -> each + "-addr2line").toList();
    }
}
