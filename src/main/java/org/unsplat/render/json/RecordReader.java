package org.unsplat.render.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Problem;
import org.unsplat.model.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Converts tokens to records of the model by their components, so that only the model defines the members. Each {@code read}
 * begins at the first token of its value and leaves the parser at the last.
 */
final class RecordReader {

    private final JsonParser parser;
    private final Consumer<String> unknown;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();

    RecordReader(JsonParser parser) {
        this(parser, member -> {});
    }

    /** @param unknown is called with the name of each member that its record does not have; the member is skipped */
    RecordReader(JsonParser parser, Consumer<String> unknown) {
        this.parser = parser;
        this.unknown = unknown;
    }

    /** Reads an object from its opening brace or from the name of its first member. */
    <T> T read(Class<T> type) {
        return type.cast(record(type));
    }

    boolean knows(Class<?> type, String member) {
        return shape(type).place(member) != null;
    }

    private Object read(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
        }
        var simple = (Class<?>) type;
        if (simple == Backtrace.class || simple == Chain.class) {
            return wrapped(simple);
        }
        if (simple == Where.class) {
            return where();
        }
        return simple.isRecord() ? record(simple) : scalar(simple);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == Problem.Code.class) {
            return code(text());
        }
        if (type == boolean.class) {
            return flag();
        }
        return number(type);
    }

    private Object number(Class<?> type) {
        if (type == double.class || type == Double.class) {
            expect(parser.currentToken().isNumeric(), "a number");
            return parser.getDoubleValue();
        }
        expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (type == long.class || type == Long.class) {
            return parser.getLongValue();
        }
        return parser.getIntValue();
    }

    private String text() {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    private boolean flag() {
        expect(parser.currentToken().isBoolean(), "true or false");
        return parser.getBooleanValue();
    }

    private Problem.Code code(String slug) {
        for (var code : Problem.Code.values()) {
            if (code.slug().equals(slug)) {
                return code;
            }
        }
        throw mismatch("a code of the schema, found \"" + slug + "\"");
    }

    private List<Object> list(Type element) {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "a list");
        var values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(element));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<String, Object> map(Type value) {
        expect(parser.currentToken() == JsonToken.START_OBJECT, "an object");
        var values = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            values.put(name, read(value));
        }
        return Collections.unmodifiableMap(values);
    }

    /** Reads a record that in JSON is the list it wraps. */
    private Object wrapped(Class<?> type) {
        var shape = shape(type);
        return shape.create(new Object[] {read(shape.type(0))});
    }

    private Where where() {
        var json = (WhereInJson) record(WhereInJson.class);
        expect(json.lines.size() == 2, "two numbers in where.lines");
        expect(json.time.isEmpty() || json.time.size() == 2, "two numbers in where.time");
        var time = json.time.isEmpty() ? null : new Where.TimeSpan(json.time.get(0), json.time.get(1));
        expect(json.wall.isEmpty() || json.wall.size() == 2, "two times in where.wall");
        var wall = json.wall.isEmpty() ? null : new Where.WallSpan(json.wall.get(0), json.wall.get(1));
        return new Where(json.input, json.lines.get(0), json.lines.get(1), time, wall, json.caller);
    }

    private Object record(Class<?> type) {
        var shape = shape(type);
        var values = shape.defaults();
        RequiredMembers.of(type).forEach(name -> values[shape.place(name)] = null);
        if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
            expect(parser.currentToken() == JsonToken.START_OBJECT, "an object");
            parser.nextToken();
        }
        for (; parser.currentToken() != JsonToken.END_OBJECT; parser.nextToken()) {
            var name = parser.currentName();
            var place = shape.place(name);
            if (place == null) {
                unknown.accept(name);
            }
            parser.nextToken();
            if (place == null) {
                parser.skipChildren();
            } else {
                values[place] = read(shape.type(place));
                expect(RecordRules.fits(name, values[place]), "hexadecimal with 0x");
            }
        }
        RequiredMembers.of(type).forEach(name -> expect(values[shape.place(name)] != null, "a member " + name));
        var record = shape.create(values);
        var lack = RecordRules.violation(record);
        if (lack != null) {
            throw mismatch(lack);
        }
        return record;
    }

    private RecordShape shape(Class<?> type) {
        var shape = shapes.get(type);
        if (shape == null) {
            shape = new RecordShape(type);
            shapes.put(type, shape);
        }
        return shape;
    }

    private void expect(boolean fits, String wanted) {
        if (!fits) {
            throw mismatch(wanted + ", found " + parser.currentToken());
        }
    }

    private Mismatch mismatch(String message) {
        var path = parser.streamReadContext().pathAsPointer().toString();
        return new Mismatch("expected " + message + " at " + (path.isEmpty() ? "/" : path));
    }

    /** The description of malformed JSON without Jackson's text about the location. */
    static String problem(JacksonException e) {
        var message = e.getOriginalMessage();
        return e instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end-of-input")
                ? "the file ends too early"
                : message;
    }

    /** Thrown for a value whose type differs from the schema. */
    static final class Mismatch extends RuntimeException {

        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message);
        }
    }

    record WhereInJson(String input, List<Integer> lines, List<Double> time, List<String> wall, String caller) {}
}
