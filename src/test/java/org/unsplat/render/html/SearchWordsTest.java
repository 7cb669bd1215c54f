package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.triage.SampleReports;

class SearchWordsTest {

    private static List<String> words(String log) {
        return List.of(SearchWords.of(SampleReports.reports(log).get(0)).split(" "));
    }

    @Test
    void functionsLockClassesAndFilesInSmallLetters() {
        var words = words(SampleReports.circular("Task/1", "&Lock_a", "&lock_b"));
        assertTrue(
                words.containsAll(List.of("&lock_a", "&lock_b", "toy_run", "take_lock_a", "task_wants")), "" + words);
        var decoded = words(SampleReports.RACE_DECODED);
        assertTrue(decoded.stream().anyMatch(word -> word.endsWith(".c")), "" + decoded);
    }

    @Test
    void whatEveryStackHasFindsNothing() {
        var words = words(SampleReports.circular("task/1", "&lock_a", "&lock_b"));
        assertFalse(words.contains("dump_stack_lvl"));
        assertFalse(words.contains("print_circular_bug"));
        assertFalse(words.contains("__lock_acquire"));
    }

    @Test
    void aFrameThatTheKernelIsNotSureOfFindsNothing() {
        assertTrue(words(SampleReports.RACE).contains("toy_write"));
        assertFalse(words(SampleReports.RACE.replace(" toy_write+", " ? toy_write+"))
                .contains("toy_write"));
    }

    @Test
    void eachOnceAndNotTooMany() {
        var locks = new ArrayList<String>();
        for (var i = 0; i < 400; i++) {
            locks.add("&a_lock_of_number_" + i);
        }
        var report = SampleReports.reports(SampleReports.circular("task/1", locks.toArray(String[]::new)))
                .get(0);
        var text = SearchWords.of(report);
        var words = List.of(text.split(" "));
        assertEquals(words.stream().distinct().toList(), words);
        assertTrue(text.length() <= 1500, text.length() + " characters");
        assertTrue(text.length() > 1000, "as many as there is room for");
    }
}
