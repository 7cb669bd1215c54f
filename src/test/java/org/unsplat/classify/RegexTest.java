package org.unsplat.classify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unsplat.input.bytes.Regex;

/**
 * Every expression takes time in proportion to its line: what it may match is cut at every place, and one thing follows
 * for ever. What is counted is how often it looks at a character.
 */
class RegexTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final List<String> FILLS = List.of(
            " ",
            "-",
            ":",
            "0",
            "(",
            "a",
            "/",
            ")",
            "=",
            ",",
            "[",
            ".",
            "_",
            "A",
            "#",
            "a ",
            " A",
            ":1",
            "::",
            "/1",
            "+0x1/0x2",
            " (",
            "0 ",
            "a:",
            "a (b:1) ");
    private static final List<String> ENDS = List.of("", "\u0001", ":", "x");
    private static final int LENGTH = 400;

    /** Looks at a character of the line, on the average. */
    private static final int OFTEN = 40;

    /** Few samples that are alike say as much as many. */
    private static final int SAMPLES = 6;

    /** What no line of a sample, and no end of one, matches. */
    private static final List<String> RARE = List.of(
            "a/1 is freeing memory ffff888012345678-ffff888012345fff, with a lock still held there!",
            "a/1 is trying to release lock (a) at:",
            "read to 0xffff888012345678 of 8 bytes",
            "[<c0123456>",
            "[<c0123456>]",
            "lockdep:print_circular_bug bad path found in chain graph",
            "a.1",
            "[    1.5",
            "=42",
            "lkt_run (lkt/lkt.c",
            "a+0x1/0x2",
            "Function entered at [<c010b9c4>] from [<c010bca0>]",
            "[<c010d5c8>] (a) from [<c0a12345>] (b+0x1/0x2)",
            "a (b.c:1 c.c:2 (discriminator",
            "a [b] from",
            "a+0x1/0x2 [b",
            "dfa0: 00000000 000",
            "MSR:  8000 CR: 44422408  XER: 00000000",
            "#1 PREEMPT(full)",
            "Abc_d e.c:1",
            ".cold.1",
            "a::h0123456789abcdef",
            "a[1b2c]::b.llvm.123",
            "a::{closure#0} (.llvm.1)",
            "a::{{closure}} [clone .cold]",
            "a/b.rs:12",
            "<a::b as",
            " b.c:1 [d]",
            "<a as b>::c (d.rs:1 (discriminator 3) e.rs:2) f",
            "__x64_sys_open",
            "(____ptrval____) (",
            "x in a",
            "a           S    0    12      1 0x00000000",
            "r1: x",
            "P77/1:b..l",
            "a           D ffff888012345678     0    12      1",
            "[a b:12]",
            "0123456789abcdef x9 : 0123456789abcdef",
            "x11: 0123456789abcdef x10: 0123456789abcdef x9 :",
            "a [b] from ",
            "RAX: 0000000000000000 RBX:",
            "RBX: 0000000000000000",
            "BTYPE=--)",
            "(a/ b.c:12)",
            "x Linux version 6.12.0 (a@b) (",
            "XER: 00000000",
            "WARNING: x kernel/locking/lockdep.c x lock_",
            "BUG: spinlock recursion",
            "ret_from_fork_asm",
            "__kcsan_a",
            "arch_atomic_set_a",
            "lock_acquire",
            "print_a_bug",
            "dump_stack_a",
            "a::b c+0x1/0x2 [d]",
            "a::b c d.c:1 [inline]",
            "a (b.c:1 (discriminator 3) c.c:2)",
            ":1 <reader>",
            "a/1: ",
            "-> #1 ",
            " ops: 1 {",
            "a.c:1 ",
            "a+0x1/0x2 [b]:",
            "Linux version 6.1.0 (lab@lab) (gcc 12.2.0) #1 SMP PREEMPT_RT Sun Nov 29 07:41:03 UTC 2026",
            "4.18.0-425.rt7.213.el8.x86_64",
            "./include/linux/fs.h",
            "inode_lock_shared",
            "lock->magic != lock",
            "Lost 69 message(s)!",
            "snipped 12 lines",
            "__lockdep_enabled && ",
            "debug_locks && !(lock_is_held(L) != 0)",
            "debug_locks && !(lock_is_held(L) != 1)",
            "debug_locks && !(lock_is_held_type(L, (0)))",
            "&(&a->b)->dep_map",
            "&(&a->b)->dep_map, (0)",
            "Panic#1 Part2",
            "Jun 25 12:00:00 a ",
            "^[[32m",
            "&amp;",
            "#012but task");

    /** The expressions that are looked for in a line, and not compared to it. */
    private static final Set<String> FOUND =
            Set.of(("AssertionText.ARGUMENT AssertionText.PLACED AssertionText.TYPE AssertionExplanation.GUARD "
                            + "OopsHeaderTypes.PLACED OopsHeaderTypes.WARNED LockLine.USAGE_INSIDE StackRule.INTERRUPT "
                            + "FrameType.SIZE SystemLines.NO_FLAG OopsHeaderTypes.PLACE_END ControlCharacters.COLOUR ControlCharacters.ENTITY "
                            + "EscapedLineEnds.BESIDE_WORDS EscapedLineEnds.ESCAPE ReportMarks.BODY Symbol.DECODED_PLACE ClassName.OFFSET "
                            + "FunctionName.CLOSURE CutSymbol.SOURCE_START Demangler.CRATE_HASH Demangler.RUST_HASH "
                            + "Demangler.CLONE Demangler.SUFFIX Title.DECODED Title.WARN Title.LOCKDEP_WARN Title.SPINLOCK "
                            + "Title.WORK HeadlineType.BROKEN_PLACE")
                    .split(" "));

    private static final Field PATTERN = patternOfType();

    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @TestFactory
    Stream<DynamicTest> looksAtEachCharacterAFewTimes() throws Exception {
        var texts = texts();
        return all().entrySet().stream()
                .map(regex -> DynamicTest.dynamicTest(regex.getKey(), () -> {
                    Predicate<Matcher> use = FOUND.contains(regex.getKey()) ? Matcher::find : Matcher::matches;
                    var samples = samples(regex.getValue(), use, texts);
                    assertFalse(
                            samples.isEmpty(),
                            () -> "no text is known that it matches, add one to RARE: " + regex.getKey());
                    for (var sample : samples) {
                        isLinear(regex.getValue(), use, sample);
                    }
                }));
    }

    private static void isLinear(Regex regex, Predicate<Matcher> use, String sample) {
        for (var cut = 0; cut <= sample.length(); cut++) {
            if (cut > 0 && cut < sample.length() && kind(sample.charAt(cut - 1)) == kind(sample.charAt(cut))) {
                continue;
            }
            for (var fill : FILLS) {
                for (var end : ENDS) {
                    var text = new Counted(sample.substring(0, cut)
                            + fill.repeat(LENGTH / fill.length())
                            + (end.equals("x") ? sample.substring(cut) : end));
                    use.test(regex.matcher(text));
                    assertTrue(
                            text.looks < OFTEN * text.length(),
                            () -> text.looks + " looks at " + text.length() + " characters: " + text);
                }
            }
        }
    }

    private static int kind(char c) {
        return Character.isLetter(c) ? 0 : Character.isDigit(c) ? 1 : 2 + c;
    }

    /** All expressions that the sources keep, those of types of lines too, by the names of their constants. */
    private static Map<String, Regex> all() throws Exception {
        var all = new TreeMap<String, Regex>();
        try (var files = Files.walk(MAIN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                if (text.contains(" Regex ") || text.contains("LineType.of(")) {
                    add(
                            Class.forName(MAIN.relativize(file)
                                    .toString()
                                    .replaceAll("\\.java$", "")
                                    .replaceAll("[/\\\\]", ".")),
                            all);
                }
            }
        }
        return all;
    }

    private static void add(Class<?> owner, Map<String, Regex> all) throws ReflectiveOperationException {
        for (var field : owner.getDeclaredFields()) {
            var name = owner.getSimpleName() + "." + field.getName();
            if (Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                if (field.get(null) instanceof Regex regex) {
                    all.put(name, regex);
                } else if (field.get(null) instanceof PatternType) {
                    all.put(name, (Regex) PATTERN.get(field.get(null)));
                }
            }
        }
        for (var nested : owner.getDeclaredClasses()) {
            add(nested, all);
        }
    }

    private static Field patternOfType() {
        try {
            var field = PatternType.class.getDeclaredField("pattern");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** The lines of all samples and what they end with, but one of those that differ in numbers alone. */
    private static Collection<String> texts() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        var lines = new HashSet<String>();
        RARE.forEach(text -> texts.put(text, text));
        try (var files = Files.walk(Path.of("samples"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                for (var line : Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList()) {
                    if (lines.add(numberless(line.strip()))) {
                        ends(line.strip(), texts);
                    }
                }
            }
        }
        return texts.values();
    }

    private static String numberless(String text) {
        return text.replaceAll("[0-9a-f]{4,}|\\d+", "0");
    }

    private static void ends(String line, Map<String, String> texts) {
        for (var at = 0; at < line.length(); at++) {
            if (at == 0 || " ({".indexOf(line.charAt(at - 1)) >= 0 || line.charAt(at) == '{') {
                texts.putIfAbsent(numberless(line.substring(at)), line.substring(at));
            }
        }
    }

    /** The first texts that match, no two of which are alike. */
    private static List<String> samples(Regex regex, Predicate<Matcher> use, Collection<String> texts) {
        var shapes = new LinkedHashSet<String>();
        var samples = new ArrayList<String>();
        for (var text : texts) {
            if (samples.size() < SAMPLES && use.test(regex.matcher(text)) && shapes.add(text.replaceAll("\\w+", "a"))) {
                samples.add(text);
            }
        }
        return samples;
    }
}
