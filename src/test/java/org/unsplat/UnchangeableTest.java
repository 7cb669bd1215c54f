package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is given a report may hand it on: nobody can change it. */
class UnchangeableTest {

    private final Set<String> changed = new TreeSet<>();
    private int seen;

    private void refuses(Runnable change, String where) {
        seen++;
        try {
            change.run();
            changed.add(where);
        } catch (UnsupportedOperationException e) {
            // As it should be
        }
    }

    private void check(Object value, String where) throws ReflectiveOperationException {
        if (value instanceof Map<?, ?> map) {
            refuses(map::clear, where);
        } else if (value instanceof Collection<?> collection && !collection.isEmpty()) {
            refuses(() -> collection.remove(List.copyOf(collection).get(0)), where);
            for (var each : collection) {
                check(each, where);
            }
        } else if (value instanceof Record) {
            for (var part : value.getClass().getRecordComponents()) {
                check(part.getAccessor().invoke(value), where + "." + part.getName());
            }
        }
    }

    @Test
    void noPartOfAReportCanBeChanged() throws ReflectiveOperationException {
        for (var sample : Sample.all()) {
            try (var reports = Reports.in(new ByteArrayInputStream(sample.bytes()), sample.operand())) {
                for (var report : reports.toList()) {
                    check(report, report.kind());
                }
            }
        }
        assertEquals(Set.of(), changed);
        assertTrue(seen > 200, "too few parts: " + seen);
    }
}
