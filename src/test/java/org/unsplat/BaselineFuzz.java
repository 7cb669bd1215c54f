package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.render.json.BaselineJson;
import org.unsplat.render.json.MalformedBaseline;
import org.unsplat.triage.Baseline;

/** Any bytes at all, from a baseline on, as a baseline: read, written and read again it is the same, or it is none. */
class BaselineFuzz {

    static Stream<byte[]> baselines() {
        return Stream.of("""
                {"baseline_version": "1.0", "entries": [{"name": "cycle/1", "id": "94697476060ee0d9", "kind": "lockdep-irq-order",
                 "title": "a", "reason": "b", "owner": "c", "expires": "2027-01-31"}, {"name": "site/1", "id": "0"}]}
                """, "{\"baseline_version\": \"1.0\", \"entries\": []}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("baselines")
    @FuzzTest(maxExecutions = 5000)
    void baseline(byte[] json) {
        Baseline baseline;
        try {
            baseline = read(json);
        } catch (MalformedBaseline | UncheckedIOException e) {
            return;
        }
        var out = new ByteArrayOutputStream();
        BaselineJson.write(baseline, out);
        assertEquals(baseline, read(out.toByteArray()));
    }

    private static Baseline read(byte[] json) {
        return new BaselineJson("known.json", warning -> {}).read(new ByteArrayInputStream(json));
    }
}
