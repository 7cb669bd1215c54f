package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningLinesTest {

    private static OpeningLines of(String... lines) {
        var opening = new OpeningLines();
        for (var at = 0; at < lines.length; at++) {
            opening.note(at + 1, lines[at]);
        }
        return opening;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eth0: link becomes ready | true",
                "usb 1-1: new high-speed USB device number 2 | true",
                "EXT4-fs (sda1): mounted filesystem | true",
                "pci 0000:00:1f.2 bar 5: assigned | false",
                "1: one | true",
                " f+0x12/0x34 | true",
                " f+0x12 | false",
                " f/0x34 | false",
                "f: | false",
                ": f | false",
                "-f: g | false",
                "What happens is this. | false",
                "a234567890123456789012345678901234567890: b | true",
                "a2345678901234567890123456789012345678901: b | false",
            })
    void aKernelsLineNamesWhoSpeaks(String line, boolean isKernels) {
        assertEquals(isKernels, of("a: b", line, "a: b").isKernelsUpTo(4));
        assertEquals(isKernels, of(line, "a: b").isKernelsUpTo(3));
    }

    /** A title may look like a kernel's line, too. */
    @Test
    void oneLineIsNoConsole() {
        assertTrue(of().isKernelsUpTo(7));
        assertTrue(of("a: b").isKernelsUpTo(1), "it is no line above");
        assertFalse(of("a: b").isKernelsUpTo(2));
        assertFalse(of("a: b", "c: d").isKernelsUpTo(2));
        assertTrue(of("a: b", "c: d").isKernelsUpTo(3));
    }

    @Test
    void wordsThatFollowDoNotMatter() {
        var opening = of("a: b", "c: d", "words", "more");
        assertTrue(opening.isKernelsUpTo(3));
        assertFalse(opening.isKernelsUpTo(4));
    }

    @Test
    void allLinesMayHaveATime() {
        assertTrue(of().isNoneUpTo(7));
        assertTrue(of("a").isNoneUpTo(1));
        assertFalse(of("a").isNoneUpTo(2));
    }
}
