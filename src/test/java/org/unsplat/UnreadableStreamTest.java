package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Report;
import org.unsplat.triage.SampleReports;

/** An input that fails while it is read: what stood before is read all the same. */
class UnreadableStreamTest {

    /** Hadoop throws an error where a disk does, and a store's client what it likes. */
    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, Error.class})
    void whateverAStreamThrowsItCannotBeRead(Class<? extends Throwable> type) throws Exception {
        for (var start : List.of("", "x\n" + SampleReports.RACE + "x\n")) {
            var fault = type.getConstructor(String.class).newInstance("the disk is gone");
            var stream = new SequenceInputStream(
                    new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), new FailingStream(fault));
            var found = new ArrayList<Report>();
            var failure = assertThrows(UncheckedIOException.class, () -> {
                try (var reader = Reports.of(stream, "x", ReadOptions.defaults())) {
                    reader.readable().forEach(found::add);
                    assertEquals("unreadable-input", reader.diagnostics().get(0).code());
                    reader.hasNext();
                }
            });
            assertTrue(failure.getMessage().contains("the disk is gone"), failure.getMessage());
            assertEquals(start.isEmpty() ? 0 : 1, found.size());
        }
    }

    /** Layers hold lines back until the next ones tell how to read them. */
    @ParameterizedTest
    @MethodSource
    void whatALayerHoldsBackIsRead(String start) {
        var bytes = start.getBytes(StandardCharsets.UTF_8);
        var failing =
                new SequenceInputStream(new ByteArrayInputStream(bytes), new FailingStream(new IOException("gone")));
        var whole = reports(new ByteArrayInputStream(bytes));
        assertEquals(1, whole.size());
        assertEquals(whole, reports(failing));
    }

    static List<String> whatALayerHoldsBackIsRead() {
        return List.of(
                SampleReports.RACE.replaceAll("(?m)^\\[ +([0-9]+)\\.([0-9]+)\\] ", "4,1,$1$2,-;"),
                "From: a\nSubject: s\n\n" + SampleReports.RACE + "\nReported-by: b <b@c>\nLink: https://x.y/z\n",
                SampleReports.RACE.replaceAll("(?m)^", "    "),
                "{\n\"message\": \"" + SampleReports.RACE.replace("\n", "\\n") + "\"\n");
    }

    private static List<String> reports(InputStream stream) {
        try (var reader = Reports.of(stream, "x", ReadOptions.defaults())) {
            return reader.readable().map(Reports::json).toList();
        }
    }

    private static final class FailingStream extends InputStream {

        private final Throwable fault;

        FailingStream(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public int read() throws IOException {
            if (fault instanceof IOException io) {
                throw io;
            }
            if (fault instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw (Error) fault;
        }
    }
}
