package org.unsplat.render.json;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of a record of the model: its members by name, and the values of absent members. */
final class RecordShape {

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final RecordComponent[] components;
    private final Map<String, Integer> places = new HashMap<>();

    RecordShape(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.constructor = canonical(type, components);
        constructor.setAccessible(true);
        for (var i = 0; i < components.length; i++) {
            places.put(JsonNames.of(components[i]), i);
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The index of the member, null for a member that a later version added. */
    Integer place(String member) {
        return places.get(member);
    }

    Type type(int place) {
        return components[place].getGenericType();
    }

    /** The values of a record without any member. */
    Object[] defaults() {
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = defaults(components[i].getType());
        }
        return values;
    }

    private static Object defaults(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return Array.get(Array.newInstance(type, 1), 0);
    }

    Object create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }
}
