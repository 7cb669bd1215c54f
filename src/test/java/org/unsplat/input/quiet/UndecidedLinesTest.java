package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.bytes.Swar;

class UndecidedLinesTest {

    private static final String RULER = "=".repeat(16);

    /** The first line is at stake, the others are all that is in memory below it. */
    @ParameterizedTest
    @CsvSource({
        "RULER, true",
        "RULER;x, true",
        "[    1.5] RULER;[    1.6] x, true",
        "RULER;[ ERR: suspicious RCU usage.  ], false",
        "RULER;WARNING: suspicious RCU usage, false",
        "RULER;[ BUG: bad unlock balance detected! ], false",
        "RULER;a suspicious RCU usage, true",
        "RULER;WARNING: x, true",
        "===============, false",
        "x, false",
        "WARNING: CPU: 1 PID: 2 at fs/a.c:12 f+0x1/0x2, true",
        "WARNING: CPU: 1 PID: 2 at fs/a.c:12 f+0x1/0x2;x;x;x, true",
        "WARNING: CPU: 1 PID: 2 at fs/a.c:12 f+0x1/0x2;x;x;x;x, false",
        "WARNING: CPU: 1 PID: 2 at kernel/locking/lockdep.c:12 f+0x1/0x2, false",
        "WARNING: possible recursive locking detected, false",
        "<4>[    1.5] WARNING: CPU: 1 PID: 2 at fs/a.c:12 f+0x1/0x2, true",
        "<4>[    1.5] WARNING: possible recursive locking detected, false",
    })
    void linesBelowMayDecide(String lines, boolean isUndecided) {
        var text = lines.replace("RULER", RULER).replace(';', '\n') + "\n";
        var bytes = ("\n" + text + "\n".repeat(16)).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                isUndecided, UndecidedLines.areAt(bytes, 1, Swar.lineEnd(bytes, 1), 1 + text.length(), new Triggers()));
    }
}
