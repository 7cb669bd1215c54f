package org.unsplat.triage;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.function.Predicate;
import org.unsplat.model.Report;

/** The source files that a report names anywhere: those of frames, and of a suspicious RCU usage. */
final class SourceFiles {

    private SourceFiles() {}

    /** Whether the report names a file that matches. */
    static boolean anyMatch(Report report, Predicate<String> file) {
        return in(report, file);
    }

    private static boolean in(Object part, Predicate<String> file) {
        if (part instanceof Collection<?> list) {
            return list.stream().anyMatch(each -> in(each, file));
        }
        if (!(part instanceof Record)) {
            return false;
        }
        for (var component : part.getClass().getRecordComponents()) {
            var value = value(component, part);
            var found = value instanceof String text
                    ? component.getName().equals("file") && file.test(text)
                    : in(value, file);
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // All records of the model are public
        }
    }
}
