package org.unsplat.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.unsplat.symbols.ToyFrames.places;
import static org.unsplat.symbols.ToyFrames.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the first function of a unit is a header's, {@code addr2line} names the source: the table of lines knows better. */
class InitialFileRangesTest {

    @TempDir
    private Path dir;

    @BeforeEach
    void write() throws IOException {
        TestTools.assumeInstalled("gcc", "ld", "addr2line");
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the test compiles for x86");
        Files.createDirectories(dir.resolve("include"));
        Files.writeString(dir.resolve("include/first.h"), """
                extern volatile int toy_state;
                static __attribute__((noipa)) void toy_first(int x)
                {
                	toy_state = x;
                	toy_state = x + 1;
                }
                """);
        Files.writeString(dir.resolve("toy.c"), """
                #include "first.h"
                volatile int toy_state;
                __attribute__((noipa)) void toy_second(int x)
                {
                	toy_state = x;
                	toy_first(x);
                }
                __attribute__((section(".init.text"))) int _start(void)
                {
                	toy_second(3);
                	return 0;
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-gdwarf-5", "-gdwarf-4", "-gdwarf-5 -gz=zlib", "-gdwarf-5 -m32", "-gdwarf-5 -ffunction-sections"
            })
    void theFileIsThatOfTheTable(String flags) throws IOException {
        var object = dir.resolve("toy.o").toString();
        var command = new ArrayList<>(List.of("gcc", "-O2", "-ffreestanding", "-fno-pic", "-c"));
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-I" + dir.resolve("include"), "-o", object));
        command.add(dir.resolve("toy.c").toString());
        ToyKernel.run(command.toArray(String[]::new));
        var machine = flags.contains("-m32") ? "elf_i386" : "elf_x86_64";
        var kernel = dir.resolve("vmlinux");
        ToyKernel.run("ld", "-m", machine, "-nostdlib", "-Ttext", "0x81000000", "-o", kernel.toString(), object);
        ToyKernel.run("ld", "-m", machine, "-r", "-o", dir.resolve("toy.ko").toString(), object);
        try (var symbols = new Symbols(settings(kernel, List.of(dir), "addr2line"))) {
            for (var module : List.of("", " [toy]")) {
                assertEquals(
                        List.of("toy_first " + dir.toRealPath() + "/include/first.h"),
                        file(symbols, "toy_first+0x1" + module));
                assertEquals(
                        List.of("toy_second " + dir.toRealPath() + "/toy.c"), file(symbols, "toy_second+0x0" + module));
                assertEquals(List.of("_start " + dir.toRealPath() + "/toy.c"), file(symbols, "_start+0x0" + module));
            }
            assertEquals(List.of(), symbols.diagnostics());
        }
    }

    /** Without the line, which the compiler may choose. */
    private static List<String> file(Symbols symbols, String text) {
        return places(symbols, text, AddressKind.EXACT).stream()
                .map(each -> each.replaceFirst(":\\d+$", ""))
                .toList();
    }
}
