package org.unsplat.render.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassLabelsTest {

    private static List<String> labels(String... classes) {
        var labels = new ClassLabels();
        return List.of(classes).stream().map(labels::of).toList();
    }

    @Test
    void classesOfANameAreNumberedAsTheyCome() {
        assertEquals(
                List.of("&q->lock", "&q->lock (2)", "&q->lock", "&q->lock/1", "&q->lock (3)"),
                labels("&q->lock#9", "&q->lock", "&q->lock#9", "&q->lock#9/1", "&q->lock#3"));
    }

    @Test
    void aClassMayBeCalledAsTheSecondOneOfAName() {
        assertEquals(List.of("&a (2)", "&a", "&a (3)"), labels("&a (2)", "&a", "&a#2"));
    }
}
