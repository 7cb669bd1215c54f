package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines are those of syzbot's templates, {@code dashboard/app/mail_bug.txt} and {@code mail_test_result.txt}. */
class SyzbotRunTest {

    private static SyzbotRun run(String... lines) {
        var run = new SyzbotRun();
        for (var line : lines) {
            run.read("> " + line, 2);
        }
        return run;
    }

    private static String facts(SyzbotRun run) {
        return run.commit() + " " + run.tree() + " " + run.config() + " " + run.log() + " " + run.reproducers();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD commit:    0123456789ab x: add z | 0123456789ab null null null []",
                "commit:         0123456 x: add z | 0123456 null null null []",
                "git tree:       upstream | null upstream null null []",
                "kernel config:  https://a/.config?x=1 | null null https://a/.config?x=1 null []",
                "console output: https://a/log.txt | null null null https://a/log.txt []",
                "console+strace: http://a/log.txt (x) | null null null http://a/log.txt []",
                "syz repro:      https://a/repro.syz | null null null null [https://a/repro.syz]",
                "C reproducer:   https://a/repro.c\t# b | null null null null [https://a/repro.c]",
                "HEAD commit:    0123456789012345678901234567890123456789"
                        + " | 0123456789012345678901234567890123456789 null null null []",
            })
    void eachLineIsAFact(String line, String facts) {
        assertEquals(facts, facts(run(line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD commit:    012345 too short",
                "HEAD commit:    01234567890123456789012345678901234567890 too long",
                "HEAD commit:    0123456z",
                "HEAD commit: ",
                "commit: 0123456789ab",
                "HEAD commit",
                "git tree:      ",
                "kernel config:  ask me",
                "kernel config:  a https://a/",
                "kernel config:  https:/a",
                "other:  https://a/",
            })
    void otherLinesAreNone(String line) {
        assertTrue(run(line).isEmpty());
    }

    @Test
    void theFirstOfEachCounts() {
        var run = run(
                "HEAD commit:    aaaaaaaaaaaa",
                "git tree:       a",
                "kernel config:  https://a/1",
                "console output: https://a/2",
                "HEAD commit:    bbbbbbbbbbbb",
                "git tree:       b",
                "kernel config:  https://b/1",
                "console output: https://b/2");
        assertEquals("aaaaaaaaaaaa a https://a/1 https://a/2 []", facts(run));
    }

    @Test
    void tenReproducersAreKept() {
        var all = IntStream.rangeClosed(0, 10).mapToObj(at -> "https://a/" + at).toList();
        var run = run(all.stream().map(each -> "C reproducer:   " + each).toArray(String[]::new));
        assertEquals(all.subList(0, 10), run.reproducers());
    }

    @Test
    void noAddressIsLongerThanAThousandCharacters() {
        var longest = "https://" + "a".repeat(992);
        assertEquals(List.of(longest), run("syz repro:      " + longest).reproducers());
        assertTrue(run("syz repro:      " + longest + "b").isEmpty());
        assertEquals(longest, run("git tree:       " + longest).tree());
        assertTrue(run("git tree:       " + longest + "b").isEmpty());
    }

    @Test
    void oneFactIsEnoughForAnOrigin() {
        assertTrue(new SyzbotRun().isEmpty());
        for (var line : List.of(
                "HEAD commit:    0123456",
                "git tree:       a",
                "kernel config:  https://a/",
                "console output: https://a/",
                "syz repro:      https://a/")) {
            assertEquals(false, run(line).isEmpty(), line);
        }
    }
}
