package org.unsplat.render.json;

import java.lang.reflect.RecordComponent;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.Lock;
import org.unsplat.model.Race;

/** The JSON name of a component of the model: its name in snake_case, except for names that Java cannot have. */
final class JsonNames {

    private JsonNames() {}

    static String of(RecordComponent component) {
        var owner = component.getDeclaringRecord();
        var name = component.getName();
        if ((owner == Lock.class || owner == ContendedLock.class) && name.equals("classText")) {
            return "class";
        }
        if (owner == Lock.class && name.equals("waitTypes")) {
            return "wait";
        }
        if (owner == Race.Access.class && name.equals("isAssert")) {
            return "assert";
        }
        if (owner == Race.ValueChange.class && name.equals("now")) {
            return "new";
        }
        return snakeCase(name);
    }

    private static String snakeCase(String name) {
        var snake = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
