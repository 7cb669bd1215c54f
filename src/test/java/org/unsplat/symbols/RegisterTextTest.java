package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.symbols.tool.SourceLine;

class RegisterTextTest {

    private static final SourceRoot ROOT = new SourceRoot("/usr/src/linux/");

    private static List<String> map(String... lines) {
        return RegisterText.map(List.of(lines), (frame, kind) -> {
            assertEquals(AddressKind.EXACT, kind);
            return SymbolizedFrames.of(
                    frame,
                    List.of(
                            new SourceLine("toy_inlined", "/usr/src/linux/include/toy.h", 7),
                            new SourceLine(frame.function(), "/usr/src/linux/toy/toy.c", 12)),
                    ROOT);
        });
    }

    @Test
    void theInstructionHasItsPlace() {
        assertEquals(
                List.of(
                        "RIP: 0010:toy_inlined include/toy.h:7 [inline]",
                        "RIP: 0010:toy_a+0x0/0x20 toy/toy.c:12",
                        "RAX: 0000000000000000 RBX: ffffffff81a10080 RCX: 0000000000000000"),
                map("RIP: 0010:toy_a+0x0/0x20", "RAX: 0000000000000000 RBX: ffffffff81a10080 RCX: 0000000000000000"));
        assertEquals(
                List.of(
                        "pc : toy_inlined include/toy.h:7 [toy_mod] [inline]",
                        "pc : toy_b+0x4/0x8 toy/toy.c:12 [toy_mod]"),
                map("pc : toy_b+0x4/0x8 [toy_mod]"));
    }

    @Test
    void onEveryMachine() {
        for (var start : List.of(
                "epc : ", "PC is at ", "NIP [c0000000001bee18] ", "Krnl PSW : 0704c00180000000 000000000012a5b0 (")) {
            var end = start.endsWith("(") ? ")" : "";
            assertEquals(
                    List.of(
                            start + "toy_inlined include/toy.h:7 [inline]" + end,
                            start + "toy_b+0x4/0x8 toy/toy.c:12" + end),
                    map(start + "toy_b+0x4/0x8" + end));
        }
        assertEquals(List.of("LR is at toy_b+0x4/0x8"), map("LR is at toy_b+0x4/0x8"), "where a call returns to");
    }

    /** An address of a program, and what another tool decoded already. */
    @Test
    void otherLinesStay() {
        for (var line : List.of("RIP: 0033:0x47fbe9", "RIP: 0010:toy_a+0x1/0x20 toy/toy.c:3", "lr : toy_a+0x1/0x20")) {
            assertEquals(List.of(line), map(line));
        }
    }

    @Test
    void pathsAreThoseOfTheTree() {
        assertEquals("kernel/fork.c", ROOT.relative("/usr/src/linux/kernel/fork.c"));
        assertEquals("include/linux/fs.h", ROOT.relative("/usr/src/linux/./include/linux/fs.h"));
        assertEquals("include/linux/fs.h", ROOT.relative("/usr/src/linux/kernel/../include//linux/fs.h"));
        assertEquals("/usr/src/linux-other/a.c", ROOT.relative("/usr/src/linux-other/a.c"));
        assertEquals("../a.c", ROOT.relative("../a.c"));
        assertEquals("a.c", ROOT.relative("./a.c"));
        assertEquals("/x/a.c", SourceRoot.UNKNOWN.relative("/x/./a.c"));
    }
}
