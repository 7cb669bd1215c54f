package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.render.json.ReportSink;
import org.unsplat.render.json.Summary;

class BackgroundSinkTest {

    /** Notes what it gets, and in which thread. */
    private static final class Notes implements ReportSink {
        private final List<String> results = Collections.synchronizedList(new ArrayList<>());
        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch mayGoOn = new CountDownLatch(1);
        private final Summary summary = new Summary();
        private Throwable failure;

        private void note(String result) {
            if (results.size() == 20) {
                await();
                BackgroundSinkTest.<RuntimeException>fail(failure);
            }
            results.add(result);
            threads.add(Thread.currentThread());
        }

        private void await() {
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void report(Report report) {
            note(report.id());
        }

        @Override
        public void input(InputInfo input) {
            note(input.name());
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            note(diagnostic.code());
        }

        @Override
        public void finish() {
            note("end");
        }

        @Override
        public Summary summary() {
            results.add("summary");
            return summary;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable any) throws T {
        if (any != null) {
            throw (T) any;
        }
    }

    private static void report(ReportSink sink, int from, int to) {
        for (var number = from; number <= to; number++) {
            sink.report(ReportRecordBuilder.builder().id("r" + number).build());
        }
    }

    /** The first sixteen are written at once; after the others both the end and the summary wait for all. */
    @Test
    void resultsKeepTheirOrder() {
        for (var jobs = 1; jobs <= 2; jobs++) {
            var notes = new Notes();
            try (var sink = new BackgroundSink(notes, jobs)) {
                sink.input(new InputInfo("a", 1, 1, 1, null));
                sink.diagnostic(new Diagnostic("error", "b", null, null, "c"));
                report(sink, 1, 14);
                assertEquals(16, notes.results.size());
                notes.mayGoOn.countDown();
                report(sink, 15, 100);
                sink.finish();
                assertSame(notes.summary, sink.summary());
            }
            var all = new ArrayList<>(List.of("a", "b"));
            for (var number = 1; number <= 100; number++) {
                all.add("r" + number);
            }
            all.addAll(List.of("end", "summary"));
            assertEquals(all, notes.results);
            var others = notes.threads.stream()
                    .filter(thread -> thread != Thread.currentThread())
                    .toList();
            assertEquals(jobs == 1 ? 0 : 87, others.size());
            assertEquals(jobs - 1, others.stream().distinct().count());
            assertTrue(others.stream().allMatch(Thread::isDaemon));
        }
    }

    /** Who adds a result is told of a failure, but not before it has come. */
    @Test
    void aFailureStopsItAll() {
        for (var failure : List.of(new IllegalStateException("full"), new StackOverflowError())) {
            var notes = new Notes();
            notes.failure = failure;
            try (var sink = new BackgroundSink(notes, 2)) {
                report(sink, 1, 30);
                notes.mayGoOn.countDown();
                var thrown = assertThrows(IllegalStateException.class, sink::finish);
                assertSame(failure, failure instanceof Error ? thrown.getCause() : thrown);
                assertThrows(IllegalStateException.class, () -> report(sink, 31, 31));
            }
            assertEquals(20, notes.results.size());
        }
    }
}
