package org.unsplat.render.html;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;

/** The words by which a bug is found: the functions, lock classes and files of its report, in lower case. */
final class SearchWords {

    /** The largest number of characters, so that a page of many bugs stays small; the innermost frames come first. */
    private static final int LONGEST = 1500;

    private final Set<String> words = new LinkedHashSet<>();
    private int length;

    private SearchWords() {}

    static String of(Report report) {
        var found = new SearchWords();
        found.collect(report.race());
        found.collect(report.lockdep());
        found.collect(report.backtrace());
        return String.join(" ", found.words);
    }

    private void collect(Object part) {
        if (part instanceof Collection<?> list) {
            list.forEach(this::collect);
        } else if (part instanceof StackFrame frame) {
            frame(frame);
        } else if (part instanceof Record each) {
            if (each instanceof Lock lock) {
                add(lock.classText());
            }
            for (var component : each.getClass().getRecordComponents()) {
                collect(value(component, each));
            }
        }
    }

    /** Adds a frame, unless every stack has it, because it would find every bug. */
    private void frame(StackFrame frame) {
        if (frame.reliable() && !FrameRole.of(frame).isInternal()) {
            add(FrameText.name(frame));
            add(frame.file());
        }
    }

    private void add(String word) {
        if (word != null && length + word.length() < LONGEST && words.add(word.toLowerCase(Locale.ROOT))) {
            length += word.length() + 1;
        }
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // All records of the model are public
        }
    }
}
