package org.unsplat.render;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unsplat.model.Problem;

/** Makes records of the model with every component set, each to a value of its own. */
public final class FilledRecords {

    private static final Set<String> HEXADECIMAL =
            Set.of("address", "calleeAddress", "old", "now", "flipped", "bitsChanged", "mask");

    private int number;

    public <T> T fill(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0]), value(arguments[0]))
                    : Map.of("site/1", value(arguments[1]));
        }
        return ((Class<?>) type).isRecord() ? record((Class<?>) type) : scalar((Class<?>) type);
    }

    private Object scalar(Class<?> type) {
        number++;
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return number;
        }
        if (type == long.class || type == Long.class) {
            return Integer.MAX_VALUE + (long) number;
        }
        if (type == double.class) {
            return number + 0.125;
        }
        return type == Problem.Code.class ? Problem.Code.TOO_LONG : "text " + number;
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            values[i] = HEXADECIMAL.contains(component.getName())
                    ? "0x" + Integer.toHexString(++number)
                    : value(component.getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
