package org.unsplat.demangle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right column of {@code names.txt} is what {@code c++filt -i} of binutils 2.40 writes. */
class DemanglerTest {

    private static final Path NAMES = Path.of("src/test/resources/demangle/names.txt");

    record Pair(String mangled, String demangled) {}

    static List<Pair> pairs() throws IOException {
        return Files.readAllLines(NAMES).stream()
                .map(line -> line.split(" -> ", 2))
                .map(columns -> new Pair(columns[0], columns[1]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isWhatBinutilsWrites(Pair pair) {
        assertEquals(pair.demangled, Demangler.demangle(pair.mangled));
    }

    /** That of later binutils writes {@code >>} where that of earlier ones wrote {@code > >}. */
    @Test
    void theInstalledBinutilsAgrees() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/c++filt")), "no c++filt");
        var process = new ProcessBuilder("/usr/bin/c++filt", "-i")
                .redirectInput(columnFile().toFile())
                .start();
        var written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        var ours =
                pairs().stream().map(pair -> Demangler.demangle(pair.mangled)).toList();
        assertEquals(closed(String.join("\n", ours)), closed(written.strip()));
    }

    private static Path columnFile() throws IOException {
        var file = Files.createDirectories(Path.of("target/demangle")).resolve("mangled.txt");
        return Files.write(file, pairs().stream().map(Pair::mangled).toList());
    }

    private static String closed(String text) {
        return text.replace("> >", ">>").replace("> >", ">>");
    }

    /** Rust's reference of the mangling has these, binutils 2.40 does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "_RINvC3toy3runKc27_E; toy::run::<'\\''>",
                "_RINvC3toy3runKRe616263_E; toy::run::<\"abc\">",
                "_RINvC3toy3runKe6122_E; toy::run::<{*\"a\\\"\"}>",
                "_RINvC3toy3runKRAh1_h2_EE; toy::run::<{&[1, 2]}>",
                "_RINvC3toy3runKTh1_b1_EKTh1_EE; toy::run::<{(1, true)}, {(1,)}>",
                "_RINvC3toy3runKVNtC3toy4UnitUE; toy::run::<{toy::Unit}>",
                "_RINvC3toy3runKVNtC3toy4PairTh1_h2_EE; toy::run::<{toy::Pair(1, 2)}>",
                "_RINvC3toy3runKVNtC3toy5PointS1xh1_1yh2_EE; toy::run::<{toy::Point { x: 1, y: 2 }}>",
                "_RINvC3toy3runKo123456789abcdef01_E; toy::run::<0x123456789abcdef01>"
            })
    void readsWhatRustAddedLater(String mangled, String demangled) {
        assertEquals(demangled, Demangler.demangle(mangled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "_R",
                "_Z",
                "_ZN",
                "_Read_unlock",
                "_Zombie",
                "_raw_spin_lock",
                "__x64_sys_read",
                "_RNvC4rust",
                "_RNvC9999999999rust1f",
                "_RNvB_1f",
                "_RNvBzzzzzzzzzzzzzzz_1f",
                "_R0NvC4rust1f",
                "_RINvC4rust1fKj20_",
                "_RINvC4rust1fRL0_hE",
                "_RNvCu3a_b1f",
                "_ZN3toy3run",
                "_ZNE",
                "_Z3runS_",
                "_Z3runT_",
                "_Z3runDTfp_E"
            })
    void leavesWhatIsNotMangled(String symbol) {
        assertNull(Demangler.demangle(symbol));
        assertEquals(symbol, Demangler.name(symbol));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_RNvMs_NtCs1a2b3c_11rust_binder6threadNtB4_6Thread4take|<rust_binder::thread::Thread>::take",
                "<rust_binder[3f71b064]::thread::Thread>::take|<rust_binder::thread::Thread>::take",
                "<rust_binder::thread::Thread>::take|<rust_binder::thread::Thread>::take",
                "<rust_binder::thread::Thread>::take.llvm.123|<rust_binder::thread::Thread>::take",
                "toy::run::<[u8; 4]>|toy::run::<[u8; 4]>",
                "<&mut [u8] as toy::Ring>::run|<&mut [u8] as toy::Ring>::run",
                "toy::run::h0123456789abcdef|toy::run",
                "toy::run::h0123456789abcdef.cold|toy::run",
                "toy::run::h0123456789abcdef (.llvm.123)|toy::run",
                "toy::coldness.x::run|toy::coldness.x::run",
                "._RNvC3toy3run|toy::run",
                "_Z8fakeNameiii|fakeName",
                "_Z3runIiEvT_|run<int>",
                "_ZNK3toy4Ring4sizeEv|toy::Ring::size",
                "_ZN3toy4RingclEv|toy::Ring::operator()",
                "toy::Ring::size() const|toy::Ring::size",
                "toy::Ring::push(void (*)(int)) [clone .cold]|toy::Ring::push",
                "toy::Ring::operator()(int)|toy::Ring::operator()",
                "lkt_run.isra.0|lkt_run.isra.0"
            })
    void namesAreWithoutWhatARebuildChanges(String function, String name) {
        assertEquals(name, Demangler.name(function));
    }

    /** Each back reference doubles what the one before it says. */
    @Test
    void aShortNameIsNoLongOne() {
        var tuples = new StringBuilder("_RINvC3toy3runTTTTTTTTTThhE");
        for (int i = 0; i < 40; i++) {
            tuples.append("TB9_B9_B9_B9_B9_B9_B9_B9_E");
        }
        var nested = "_RINvC3toy3run" + "R".repeat(5000) + "hE";
        var deep = "_Z3run" + "P".repeat(5000) + "i";
        var pairs = new StringBuilder("_Z3run1aIiiE");
        for (char last = '0'; last <= '9'; last++) {
            pairs.append("S_IS" + last + "_S" + last + "_E");
        }
        for (char last = 'A'; last <= 'Z'; last++) {
            pairs.append("S_IS" + last + "_S" + last + "_E");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (var symbol : List.of(tuples.toString(), nested, deep, pairs.toString())) {
                assertNull(Demangler.demangle(symbol));
            }
        });
    }

    @Test
    void damagedNamesAreLeftOrRead() throws IOException {
        var random = new Random(20261130);
        var names = pairs();
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(names.get(random.nextInt(names.size())).mangled);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                int at = 2 + random.nextInt(text.length() - 2);
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                    case 1 -> text.insert(at, text.substring(at));
                    default -> text.setLength(Math.max(3, at));
                }
            }
            isSafe(text.toString());
        }
    }

    /** Whatever the text is: an answer of limited length, without characters that change how others look. */
    static void isSafe(String symbol) {
        var demangled = Demangler.demangle(symbol);
        var name = Demangler.name(symbol);
        assertTrue(
                demangled == null || demangled.length() <= 2 * LimitedText.MAX_LENGTH + 12 * symbol.length(), symbol);
        assertTrue(name.length() <= Math.max(symbol.length(), 2 * LimitedText.MAX_LENGTH), symbol);
        var added = (demangled == null ? "" : demangled) + name;
        assertTrue(
                added.chars().allMatch(c -> !Character.isISOControl(c) || symbol.indexOf(c) >= 0),
                () -> symbol + " gives " + added);
    }

    /** Each S_ stands for the whole first type: a few thousand characters would become millions. */
    @Test
    void aNameThatGrowsBeyondTheLimitIsNone() {
        var type = "A".repeat(1000);
        assertNull(Demangler.demangle("_Z1f1000" + type + "S_".repeat(1000)));
        assertEquals("f(" + type + ", " + type + ")", Demangler.demangle("_Z1f1000" + type + "S_"));
    }
}
