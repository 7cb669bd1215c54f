package org.unsplat;

import java.util.List;
import java.util.Set;
import org.unsplat.model.Report;

/** The same report from another run of another build: everything is different that differs from run to run. */
final class OtherRun {

    private static final Set<String> DIFFERENT = Set.of("comm", "pid", "cpu", "uid", "address", "addressText", "offset", "size",
            "kernel", "build", "buildId", "hardware", "taint", "preempt", "first", "last", "time", "caller", "foreign", "old", "now",
            "flipped", "eventStamp", "count", "sp", "endTrace", "registers", "modules", "irq");

    private OtherRun() {
    }

    static Report of(Report report) {
        return (Report) other(report);
    }

    private static Object other(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(OtherRun::other).toList();
        }
        return value instanceof Record ? record((Record) value) : value;
    }

    private static Record record(Record value) {
        var components = value.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        try {
            for (var i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var old = components[i].getAccessor().invoke(value);
                values[i] = old != null && DIFFERENT.contains(components[i].getName()) ? different(types[i], old) : other(old);
            }
            return (Record) value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object different(Class<?> type, Object old) {
        if (type == String.class) {
            return old.toString().startsWith("0x") ? "0x1234" : "other";
        }
        return type == int.class || type == Integer.class ? Integer.valueOf(4321) : type == List.class ? List.of() : old;
    }
}
