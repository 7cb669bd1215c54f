package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Problem;

/** A dependency chain of which a part was cut away lacks it, and contradicts nothing. */
class CutChainTest {

    private static final String TEXT =
            new Sample(Path.of("samples/lockdep/circular-dependency/6.1-x86_64-abcd-mutex.log")).text();

    private static List<Problem> contradictions(String text) {
        return ReportFacts.reports(text).get(0).problems().stream()
                .filter(problem -> problem.code() == Problem.Code.INCONSISTENT)
                .toList();
    }

    private static int at(String link) {
        return TEXT.lastIndexOf('\n', TEXT.indexOf(link)) + 1;
    }

    /** The last link names the lock that is wanted; who quotes only the first ones leaves it out. */
    @Test
    void withoutItsEnd() {
        for (var link : List.of("-> #2", "-> #1", "-> #0")) {
            assertEquals(List.of(), contradictions(TEXT.substring(0, at(link))), link);
        }
    }

    @Test
    void aSecondChainIsNotItsEnd() {
        var above = TEXT.substring(0, at("other info"));
        var chain = TEXT.substring(at("-> #3"), at("-> #2"));
        var found = contradictions(above + chain + TEXT.substring(at("other info")));
        var line = above.lines().count() + 1;
        assertEquals("expected no link after -> #0, found -> #3", found.get(0).message());
        assertEquals(line, found.get(0).line());
    }
}
