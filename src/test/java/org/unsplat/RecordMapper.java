package org.unsplat;

import java.util.List;

/** A record like another one, but for what a rule gives in place of some of its parts, however deep. */
final class RecordMapper {

    /** Gives the part in its place; {@code rest} goes on below a part that stays as it is. */
    interface Rule {

        Object other(Class<?> owner, String name, Object value, Rest rest);
    }

    /** Goes on with the parts of a part. */
    interface Rest {

        Object below(Object value);
    }

    private final Rule rule;

    private RecordMapper(Rule rule) {
        this.rule = rule;
    }

    @SuppressWarnings("unchecked")
    static <T extends Record> T of(T value, Rule rule) {
        return (T) new RecordMapper(rule).record(value);
    }

    private Object below(Class<?> owner, String name, Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> rule.other(owner, name, each, rest -> below(owner, name, rest)))
                    .toList();
        }
        return value instanceof Record part ? record(part) : value;
    }

    private Record record(Record value) {
        var components = value.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        try {
            for (var i = 0; i < components.length; i++) {
                var name = components[i].getName();
                types[i] = components[i].getType();
                var part = components[i].getAccessor().invoke(value);
                values[i] = part == null
                        ? null
                        : rule.other(value.getClass(), name, part, rest -> below(value.getClass(), name, rest));
            }
            return (Record) value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
