package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shown to the patient, and wiped. */
class ProgressTest {

    private static final long MILLISECOND = 1_000_000;
    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now = 7 * MILLISECOND;
    private boolean turn = true;

    private Progress of(String name, long size) {
        return new Progress(
                new ByteArrayInputStream(new byte[4 << 20]),
                name,
                size,
                new PrintStream(new BufferedOutputStream(err), false, StandardCharsets.UTF_8),
                () -> now,
                () -> turn);
    }

    /** What was shown since the last call. */
    private String shown() {
        var shown = err.toString(StandardCharsets.UTF_8);
        err.reset();
        return shown;
    }

    @Test
    void itIsShownAfterTwoSecondsFiveTimesASecond() throws IOException {
        var stream = of("a.log", 4 << 20);
        now += 1999 * MILLISECOND;
        stream.readNBytes(1 << 20);
        assertEquals("", shown());
        now += MILLISECOND;
        turn = false;
        stream.readNBytes(100);
        assertEquals("", shown(), "it is not its turn");
        turn = true;
        stream.readNBytes(100);
        assertEquals(WIPE + "a.log: 1 MiB of 4, 25%", shown());
        now += 199 * MILLISECOND;
        stream.readNBytes(1 << 20);
        assertEquals("", shown());
        now += MILLISECOND;
        stream.readNBytes(100);
        assertEquals(WIPE + "a.log: 2 MiB of 4, 50%", shown());
        stream.readAllBytes();
        assertEquals(-1, stream.read());
        assertEquals(WIPE, shown());
        stream.close();
        assertEquals("", shown());
    }

    /** Of small reads every 64th asks the clock. */
    @Test
    void smallReadsCostLittle() throws IOException {
        var stream = of("a.log", 0);
        now += 3000 * MILLISECOND;
        for (var read = 1; read < 63; read++) {
            assertEquals(64, stream.read(new byte[64]));
        }
        assertEquals(0, stream.read());
        assertEquals("", shown());
        stream.read();
        assertEquals(WIPE + "a.log: 0 MiB", shown());
        now += 200 * MILLISECOND;
        stream.read(new byte[65]);
        assertEquals(WIPE + "a.log: 0 MiB", shown());
        stream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "logs/con\u001b[sole.log, logs/con?[sole.log",
        "a234567890123456789012345678901234567890, a234567890123456789012345678901234567890",
        "/a234567890123456789012345678901234567890, ...4567890123456789012345678901234567890",
    })
    void theEndOfANameFitsOnALine(String name, String shown) throws IOException {
        var stream = of(name, 2 << 20);
        now += 2000 * MILLISECOND;
        stream.readNBytes(3 << 20);
        assertEquals(WIPE + shown + ": 0 MiB of 2, 0%", shown().replaceFirst("\\d+ MiB of 2, \\d+%", "0 MiB of 2, 0%"));
        now += 1000 * MILLISECOND;
        stream.read(new byte[100]);
        assertEquals(WIPE + shown + ": 3 MiB of 2, 100%", shown(), "a file may grow");
        stream.close();
        assertEquals(WIPE, shown());
    }
}
