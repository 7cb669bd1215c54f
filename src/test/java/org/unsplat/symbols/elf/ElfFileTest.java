package org.unsplat.symbols.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElfFileTest {

    private static final int OBJECT = 1;
    private static final int ARM = 40;

    @TempDir
    private Path dir;

    private record Form(boolean wide, ByteOrder order, boolean extended) {

        ElfBytes file() {
            var file = new ElfBytes(wide, order);
            return extended ? file.extended() : file;
        }
    }

    static List<Form> forms() {
        return Stream.of(true, false)
                .flatMap(wide -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .flatMap(order -> Stream.of(true, false).map(extended -> new Form(wide, order, extended))))
                .toList();
    }

    /** As it is mapped, and as it is read from memory. */
    private ElfFile open(byte[] bytes) throws IOException {
        var mapped = ElfFile.open(Files.write(dir.resolve("file"), bytes));
        assertEquals(ElfFile.of(bytes).sections(), mapped.sections());
        return mapped;
    }

    private SymbolTable symbols(ElfBytes file) throws IOException {
        return open(file.bytes()).symbols();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isReadInEveryForm(Form form) throws IOException {
        var file = open(form.file()
                .code(".text")
                .code(".init.text")
                .section(".gnu_debuglink", 1, "vmlinux.debug\0\0\0....".getBytes(StandardCharsets.ISO_8859_1))
                .section(".debug_info", 1, new byte[] {1})
                .buildId((byte) 0xd1, (byte) 0x0c, (byte) 1)
                .symbol("toy_a", ElfBytes.FUNC, 1, 0x81000000L, 0x10)
                .symbol("toy_b", ElfBytes.FUNC, 2, 0x20, 0x18)
                .symbol("toy_data", OBJECT, 4, 0x20, 8)
                .bytes());
        assertEquals("d10c01", file.buildId());
        assertEquals("vmlinux.debug", file.debugLink());
        assertTrue(file.hasLines());
        assertFalse(file.isRelocatable());
        var symbols = file.symbols();
        var one = symbols.named("toy_a").get(0);
        assertEquals(0x81000000L, one.address());
        assertEquals(0x10, one.size());
        assertEquals(".text", one.section().name());
        assertEquals(".init.text", symbols.named("toy_b").get(0).section().name());
        assertEquals(List.of(), symbols.named("toy_data"));
        assertEquals(List.of(), symbols.named("toy_c"));
    }

    @Test
    void hasWhatItHas() throws IOException {
        var file = open(new ElfBytes(true, ByteOrder.LITTLE_ENDIAN)
                .type(1)
                .code(".text")
                .bytes());
        assertTrue(file.isRelocatable());
        assertFalse(file.hasLines());
        assertNull(file.buildId());
        assertNull(file.debugLink());
        assertTrue(file.symbols().isEmpty());
    }

    /** kernel/kallsyms.c prints the distance to the next symbol, whatever the compiler says of the size. */
    @Test
    void sizesAreThoseOfKallsyms() throws IOException {
        var symbols = symbols(new ElfBytes(true, ByteOrder.LITTLE_ENDIAN)
                .code(".text")
                .symbol("toy_a", ElfBytes.FUNC, 1, 0xffffffff81000000L, 0x15)
                .symbol("toy_a_alias", ElfBytes.FUNC, 1, 0xffffffff81000000L, 0x15)
                .symbol(".Lmark", 0, 1, 0xffffffff8100001cL, 0)
                .symbol("$x", 0, 1, 0xffffffff8100001dL, 0)
                .symbol("toy_label", 0, 1, 0xffffffff81000018L, 0)
                .symbol("toy_b", ElfBytes.FUNC, 1, 0xffffffff81000020L, 0x20)
                .symbol("toy_c", ElfBytes.FUNC, 1, 0xffffffff81000040L, 0x31));
        var one = symbols.named("toy_a").get(0);
        assertTrue(symbols.hasPrintedSize(one, 0x15), "as the compiler says");
        assertTrue(symbols.hasPrintedSize(one, 0x18), "up to the label");
        assertTrue(symbols.hasPrintedSize(one, 0x20), "up to the next function, where kallsyms lacks the label");
        assertFalse(symbols.hasPrintedSize(one, 0x1c), "up to the mark, which kallsyms leaves out");
        assertFalse(symbols.hasPrintedSize(one, 0x40), "up to the function after the next");
        assertFalse(symbols.hasPrintedSize(one, 0x14), "less than there is");
        assertFalse(symbols.hasPrintedSize(one, -1));
        var last = symbols.named("toy_c").get(0);
        assertTrue(symbols.hasPrintedSize(last, 0x1000), "what comes behind the section is not known");
        assertFalse(symbols.hasPrintedSize(last, 0x30));
        assertTrue(symbols.isAlias("toy_a_alias", one));
        assertFalse(symbols.isAlias("toy_b", one));
    }

    /** As in asm_exc_nmi: kallsyms knows labels as well as functions, and takes the next symbol whichever it is. */
    @Test
    void aLabelWithinAFunctionEndsIt() throws IOException {
        var symbols = symbols(new ElfBytes(true, ByteOrder.LITTLE_ENDIAN)
                .code(".entry.text")
                .symbol("toy_entry", ElfBytes.FUNC, 1, 0xffffffff81000000L, 0x15d)
                .symbol("toy_first", 0, 1, 0xffffffff810000b9L, 0)
                .symbol("toy_second", 0, 1, 0xffffffff810000c0L, 0)
                .symbol("toy_next", ElfBytes.FUNC, 1, 0xffffffff81000160L, 0x10));
        var entry = symbols.named("toy_entry").get(0);
        assertTrue(symbols.hasPrintedSize(entry, 0xb9));
        assertFalse(symbols.hasPrintedSize(entry, 0xc0));
        assertTrue(symbols.hasPrintedSize(entry, 0x15d), "where kallsyms lacks the labels");
        assertTrue(symbols.hasPrintedSize(symbols.named("toy_first").get(0), 7));
    }

    @Test
    void functionsOfOneNameAreAllFound() throws IOException {
        var file = new ElfBytes(false, ByteOrder.BIG_ENDIAN).code(".text");
        for (int i = 0; i < 3000; i++) {
            file.symbol("toy_" + i % 1000, ElfBytes.FUNC, 1, 16 * i, 16);
        }
        var symbols = symbols(file);
        for (int i = 0; i < 1000; i++) {
            assertEquals(
                    List.of(16L * i, 16L * (i + 1000), 16L * (i + 2000)),
                    symbols.named("toy_" + i).stream().map(ElfSymbol::address).toList());
        }
    }

    @Test
    void thumbCodeIsAtAnEvenAddress() throws IOException {
        var symbols = symbols(new ElfBytes(false, ByteOrder.LITTLE_ENDIAN)
                .machine(ARM)
                .code(".text")
                .symbol("toy_thumb", ElfBytes.FUNC, 1, 0x101, 8));
        assertEquals(0x100, symbols.named("toy_thumb").get(0).address());
    }

    @Test
    void aLongNameIsFound() throws IOException {
        var name = "_RNv" + "x".repeat(SymbolTable.LONGEST_NAME - 5);
        var symbols = symbols(
                new ElfBytes(true, ByteOrder.LITTLE_ENDIAN).code(".text").symbol(name, ElfBytes.FUNC, 1, 0x100, 8));
        assertEquals(1, symbols.named(name).size());
    }

    @Test
    void noElfFileIsToldFromOne() {
        for (var text : List.of("", "\u007fELF", "MZ", "x".repeat(100), "\u007fELF" + "x".repeat(100))) {
            assertThrows(MalformedElf.class, () -> open(text.getBytes(StandardCharsets.ISO_8859_1)), text);
        }
    }

    /** Whatever is cut, and whichever bit or number is wrong: an answer or a MalformedElf, soon and in little memory. */
    @ParameterizedTest
    @MethodSource("forms")
    void damageIsSurvived(Form form) {
        var whole = form.file()
                .code(".text")
                .section(".gnu_debuglink", 1, "vmlinux.debug\0\0\0....".getBytes(StandardCharsets.ISO_8859_1))
                .buildId((byte) 0xd1, (byte) 0x0c, (byte) 1)
                .symbol("toy_a", ElfBytes.FUNC, 1, 0x81000000L, 0x10)
                .symbol("toy_b", ElfBytes.FUNC, 1, 0x81000010L, 0x18)
                .bytes();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int length = 0; length < whole.length; length++) {
                survives(Arrays.copyOf(whole, length));
            }
            for (int bit = 0; bit < 8 * whole.length; bit++) {
                var damaged = whole.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                survives(damaged);
            }
            var random = new Random(21);
            for (int run = 0; run < 3000; run++) {
                var damaged = whole.clone();
                for (int fault = random.nextInt(4); fault >= 0; fault--) {
                    int at = random.nextInt(whole.length);
                    int width = 1 << random.nextInt(4);
                    byte value = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
                    Arrays.fill(damaged, at, Math.min(whole.length, at + width), value);
                }
                survives(damaged);
            }
        });
    }

    private void survives(byte[] bytes) throws IOException {
        try {
            var file = ElfFile.of(bytes);
            file.buildId();
            file.debugLink();
            file.hasLines();
            var symbols = file.symbols();
            for (var name : List.of("toy_a", "toy_b", "")) {
                for (var symbol : symbols.named(name)) {
                    symbols.hasPrintedSize(symbol, 0x10);
                    symbols.hasPrintedSize(symbol, Long.MAX_VALUE);
                    symbols.isAlias("toy_b", symbol);
                }
            }
        } catch (MalformedElf e) {
            assertFalse(e.getMessage().isEmpty());
        }
    }

    /** A file of holes may have a hundred million symbols. */
    @Test
    void countsThatPromiseMuchAreNoTrouble() throws IOException {
        var path = dir.resolve("sparse");
        var bytes = new ElfBytes(true, ByteOrder.LITTLE_ENDIAN).code(".text").bytes();
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(bytes);
            file.setLength(2L << 30);
        }
        var order = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int symtab = (int) order.getLong(40) + 2 * 64;
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(symtab + 32);
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong((2L << 30) - 4096)
                    .array());
        }
        var elf = ElfFile.open(path);
        assertThrows(MalformedElf.class, elf::symbols);
    }
}
