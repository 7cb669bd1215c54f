package org.unsplat.grammar.lock;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The sentences about a task and a lock that hold no name and no number behind the task: a new one is a constant here. */
enum TaskWording {
    ACQUIRE(" is trying to ", "is trying to acquire lock:", "acquire"),
    /** Goes with an irq state, as the second of two wordings does. */
    ACQUIRE_IN_IRQ(" is trying to ", "is trying to acquire:", "acquire"),
    LOCK(" is trying to ", "is trying to lock:", "lock"),
    CHANGE_STATE(" just changed the ", "just changed the state of lock:", "change-state"),
    TAKE(":SE0] takes", "takes:", "take"),
    TAKE_WITH_SOFTIRQS(":SE1] takes", "takes:", "take"),
    RETURN_TO_USER(" is leaving the kernel ", "is leaving the kernel with locks still held!", "return-to-user");

    private static final TaskWording[] ALL = values();

    private final String mark;
    private final String words;
    private final String action;

    /**
     * @param mark stands in each line that is such a sentence, or the beginning of one
     * @param words in the kernel's words; after a colon comes the lock
     * @param action as JSON has it
     */
    TaskWording(String mark, String words, String action) {
        this.mark = mark;
        this.words = words;
        this.action = action;
    }

    /** Whether the text is one of the sentences, or the beginning of one. */
    static boolean isMarked(String text) {
        for (var wording : ALL) {
            if (text.contains(wording.mark)) {
                return true;
            }
        }
        return false;
    }

    /** An expression that all of them match. */
    static String pattern() {
        var pattern = new StringJoiner("|");
        for (var wording : ALL) {
            pattern.add(Pattern.quote(wording.words));
        }
        return pattern.toString();
    }

    /** What such words say; null for none of them. */
    static String action(String words) {
        for (var wording : ALL) {
            if (wording.words.equals(words)) {
                return wording.action;
            }
        }
        return null;
    }

    /** The words that say it; null for none. */
    static String words(String action, boolean withIrqState) {
        String words = null;
        for (var wording : ALL) {
            if (wording.action.equals(action) && (words == null || withIrqState)) {
                words = wording.words;
            }
        }
        return words;
    }
}
