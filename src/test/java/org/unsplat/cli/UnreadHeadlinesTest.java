package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.ParseSchema;
import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Kind;
import org.unsplat.scan.Kinds;

/** A headline inside a line that no report took: a diagnostic that names the line and says what to do. */
class UnreadHeadlinesTest {

    private static final Path SAMPLE = Path.of("samples/kcsan/data-race/6.12-x86_64-marked-write.log");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1] BUG: KCSAN: data-race in f / g write to 0xffff8881374b2178 of 8 bytes by",
                "  - we hit BUG: KCSAN: assert: race in f /",
                "- WARNING as a list: WARNING: possible recursive locking detected",
                " * WARNING: possible circular locking dependency detected",
                "the log has [ INFO: inconsistent lock state ]",
                "see WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected",
                "then WARNING: possible irq lock inversion dependency detected",
                "then [ ERR: x ] WARNING: suspicious RCU usage",
                "a [ BUG: Invalid wait context ]",
                "a WARNING: bad unlock balance detected!",
                "a WARNING: bad contention detected!",
                "a WARNING: held lock freed!",
                "a WARNING: lock held when returning to user space!",
                "a WARNING: x y/12 still has locks held!",
                "a WARNING: Nested lock was not taken",
                "an INFO: trying to register non-static key.",
                "a BUG: looking up invalid subclass: 8",
                "a BUG: MAX_LOCKDEP_CHAINS too low!",
            })
    void isToldOf(String line) {
        var result = parse("x\n" + line + "\ny\n");
        assertEquals(List.of(), ParseSchema.faults(result.out()));
        assertTrue(result.err().contains("-:2: the headline of a report stands inside this line"), result.err());
        assertTrue(result.out().contains("\"code\":\"headline-not-read\",\"input\":\"-\",\"line\":2"), result.out());
        assertEquals(3, result.status());
    }

    static Stream<String> headlines() {
        return Kinds.all().stream()
                .filter(kind -> !kind.requiresRuler() && kind.kind() != Kind.INTERNAL)
                .filter(kind -> kind.isHead(kind.headline()))
                .map(ReportKind::headline);
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void thatOfEachKindIsToldOf(String headline) {
        isToldOf("a " + headline.replace("COMM/PID", "x/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title: BUG: KCSAN: data-race in f / g",
                "Subject: Re: WARNING: suspicious RCU usage",
                "[syzbot] INFO: trying to register non-static key in f",
                "run #2: crashed: WARNING: possible circular locking dependency detected",
                "<1> 45 Yes BUG: MAX_LOCKDEP_CHAINS too low! in f",
                "we fix the possible circular locking dependency detected here",
                "KCSAN: data-race in f / g",
                "+ printk: WARNING: held lock freed!",
                "-\tx WARNING: held lock freed!",
                "-  x WARNING: held lock freed!",
                "+x WARNING: held lock freed!",
                "=====[ BUG: held lock freed! ]",
                ".. ] WARNING: held lock freed!",
                "\tpr_warn(\"WARNING: held lock freed!\\n\");",
                "[    1.000000] a: WARNING: held lock freed!",
                "[    1.000000] a: b\n[    1.000001][   T12] c WARNING: held lock freed!",
                "WARNING: possible misconfiguration",
                "a WARNING: possible misconfiguration",
            })
    void isNone(String line) {
        var result = parse("x\n" + line + "\ny\n");
        assertFalse(result.err().contains("headline"), result.err());
    }

    @Test
    void aReportsOwnLinesAreRead() throws IOException {
        var result = Cli.run("parse", "--compact", SAMPLE.toString());
        var prefixed = Files.readString(SAMPLE).replaceAll("(?m)^(?:\\[[^]]*] )*", "strange-host 12 kernel| ");
        assertEquals("", result.err());
        assertEquals("", parse(prefixed).err());
    }

    @Test
    void afterTwentyTheRestIsCounted() {
        var result = parse("a WARNING: held lock freed!\n".repeat(33));
        assertEquals(21, result.err().lines().count());
        assertTrue(result.err().contains("-:20: the headline"), result.err());
        assertTrue(result.err().contains("-:21: headlines stand inside 13 more lines"), result.err());
    }

    /** Those between two reports, and in a mail before another. */
    @Test
    void theyAreToldOfInTheirOrder() throws IOException {
        var inside = "a WARNING: held lock freed!\n";
        var mail = "From x@y Mon Nov 30 09:00:00 2026\nFrom: x@y\nSubject: z\n\n";
        var result = parse(inside + Files.readString(SAMPLE) + inside + mail + inside + "\n" + mail + inside);
        var length = (int) Files.readString(SAMPLE).lines().count();
        assertEquals(
                List.of(1, length + 2, length + 7, length + 13),
                result.err()
                        .lines()
                        .map(line -> Integer.valueOf(line.replaceAll(".*-:(\\d+): the headline.*", "$1")))
                        .toList());
    }

    @Test
    void withoutStrictTheStatusStays() {
        assertEquals(
                0,
                Cli.run("a WARNING: held lock freed!\n".getBytes(StandardCharsets.UTF_8), "parse", "-")
                        .status());
    }

    private static Cli.Result parse(String log) {
        return Cli.run(log.getBytes(StandardCharsets.UTF_8), "parse", "--compact", "--strict", "-");
    }
}
