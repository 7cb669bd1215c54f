package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

class OrderedReaderTest {

    private static final class Notes implements InputHandler {
        private final List<String> results = new ArrayList<>();

        @Override
        public void report(Report report) {
            results.add(report.id());
        }

        @Override
        public void input(InputInfo input) {
            results.add(input.name());
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            results.add(diagnostic.code());
        }
    }

    private final Notes notes = new Notes();

    private static void note(InputHandler out, String code) {
        out.diagnostic(new Diagnostic("error", code, null, null, "m"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void resultsKeepTheOrderOfTheInputs(int jobs) {
        var wanted = new ArrayList<String>();
        try (var reader = new OrderedReader(notes, jobs)) {
            for (var at = 0; at < 20; at++) {
                var number = at;
                wanted.addAll(List.of(number + ".1", number + ".2"));
                OrderedReader.Job job = out -> {
                    note(out, number + ".1");
                    note(out, number + ".2");
                };
                reader.add(job, at % 7 == 0);
            }
            reader.finish();
        }
        assertEquals(wanted, notes.results);
    }

    @Test
    void oneJobNeedsNoThread() {
        var caller = Thread.currentThread();
        for (var jobs = 1; jobs <= 2; jobs++) {
            try (var reader = new OrderedReader(notes, jobs)) {
                reader.add(out -> note(out, String.valueOf(Thread.currentThread() == caller)), false);
                assertEquals(jobs == 1 ? 1 : 0, notes.results.size());
                reader.finish();
            }
            assertEquals(List.of("true"), notes.results);
            notes.results.clear();
        }
    }

    /** Two inputs are read at once, and only then does the third begin; stdin waits for those before it. */
    @Test
    void noMoreAreBegunThanThereAreJobs() {
        var bothBegun = new CountDownLatch(2);
        var begun = new AtomicInteger();
        OrderedReader.Job job = out -> {
            begun.incrementAndGet();
            bothBegun.countDown();
            note(out, String.valueOf(await(bothBegun)));
        };
        try (var reader = new OrderedReader(notes, 2)) {
            reader.add(job, false);
            reader.add(job, false);
            assertTrue(await(bothBegun));
            assertEquals(2, begun.get());
            reader.add(out -> note(out, "stdin after " + notes.results.size()), true);
            assertEquals(List.of("true"), notes.results, "the first was taken");
            reader.finish();
        }
        assertEquals(List.of("true", "true", "stdin after 2"), notes.results);
    }

    @Test
    void whatAnInputThrowsIsThrownInItsTurn() {
        for (var failure : new Throwable[] {new IllegalStateException("a"), new StackOverflowError()}) {
            try (var reader = new OrderedReader(notes, 2)) {
                reader.add(out -> note(out, "first"), false);
                reader.add(
                        out -> {
                            if (failure instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) failure;
                        },
                        false);
                assertSame(failure, assertThrows(failure.getClass(), reader::finish));
            }
            assertEquals(List.of("first"), notes.results);
            notes.results.clear();
        }
    }
}
