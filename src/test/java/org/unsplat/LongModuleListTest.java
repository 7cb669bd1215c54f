package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of modules that is longer than a record of printk, or than a mailer's column. */
class LongModuleListTest {

    private static final String TIMED =
            new Sample(Path.of("samples/lockdep/internal/made-up-6.12-riscv64-rwsem-not-owned.log")).text();

    private static final String BARE = TIMED.replaceAll("(?m)^\\[.{22}", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toy(O) box# kite ball | toy(O) box kite ball",
                "toy(O) box# kite# ball(OE-) [last unloaded: top_b] | toy(O) box kite ball(OE-) [last unloaded: top_b]",
            })
    void aRecordGoesOn(String lines, String modules) {
        var prefix = TIMED.lines().findFirst().orElseThrow().substring(0, 23);
        var text = TIMED.replace("linked in: toy(O)", "linked in: " + lines.replace("#", "\n" + prefix));
        assertModules(text, modules);
        assertModules(ReportFacts.canonical(ReportFacts.reports(text).get(0)), modules);
    }

    /** Between two names, and within the list of those that are gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toy(O) box#kite_a ball#snd_toy | toy(O) box kite_a ball snd_toy",
                "toy(O) [last unloaded: box#kite_a] | toy(O) [last unloaded: box kite_a]",
                "toy(O) [last unloaded:#box] | toy(O) [last unloaded: box]",
            })
    void aMailerBreaksIt(String lines, String modules) {
        assertModules(BARE.replace("linked in: toy(O)", "linked in: " + lines.replace('#', '\n')), modules);
    }

    /** Then all lines but the last have one length; a blank at the end of one is gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toy(O) nf_conntrack_netbios_ns nf_conntrack_broadcast nf_tabl#es_set nf_tables",
                "toy(O) box_ab kite_#cd ball_snake_1234_some_thing_abc efg_#toy_x",
            })
    void aTerminalBreaksIt(String lines) {
        assertModules(
                BARE.replace("linked in: toy(O)", "linked in: " + lines.replace('#', '\n')), lines.replace("#", ""));
    }

    /** They begin with no blank, or have signs, or might be words. */
    @Test
    void otherLinesAreNoModules() {
        for (var line : List.of(" toy: probe of 1-1 failed", "kite ball", " usb 1-1: new device")) {
            var prefix = TIMED.lines().findFirst().orElseThrow().substring(0, 23);
            assertEquals("toy(O)", modules(TIMED.replace("linked in: toy(O)", "linked in: toy(O)\n" + prefix + line)));
        }
        assertEquals("toy(O)", modules(BARE.replace("linked in: toy(O)", "linked in: toy(O)\nthis is where it broke")));
    }

    private static void assertModules(String text, String modules) {
        assertEquals(modules, modules(text));
        assertTrue(ReportFacts.reports(text).get(0).complete(), text);
    }

    private static String modules(String text) {
        return ReportFacts.reports(text).get(0).lockdep().modules();
    }
}
