package org.unsplat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unsplat.model.Report;
import org.unsplat.model.Where;

/**
 * One thing that must be true of the reports of a log, in words: a path, {@code =}, {@code has}, {@code lacks} or
 * {@code >}, and what it is. In a path a number takes one of a list, from its end if negative, {@code *} all of them,
 * and {@code #} counts them; a list is written with commas, and nothing as nothing.
 */
record Fact(String path, String operator, String expected) {

    private static final Pattern FORM = Pattern.compile("(\\S+) (=|has|lacks|>)(?: (.*))?");

    static Fact of(String line) {
        var form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException(line);
        }
        return new Fact(form.group(1), form.group(2), Objects.toString(form.group(3), ""));
    }

    /** The fact and what is so instead, if it is not true. */
    Stream<String> wrong(List<Report> reports) {
        var found = text(at(reports, List.of(path.split("\\."))));
        var isTrue = switch (operator) {
            case "=" -> found.equals(expected);
            case "has" -> found.contains(expected);
            case "lacks" -> !found.contains(expected);
            default -> !found.isEmpty() && Integer.parseInt(found) > Integer.parseInt(expected);
        };
        return isTrue ? Stream.empty() : Stream.of(path + " " + operator + " " + expected + ", but is " + found);
    }

    private static Object at(Object of, List<String> path) {
        if (path.isEmpty() || of == null) {
            return path.equals(List.of("#")) ? Integer.valueOf(0) : of;
        }
        var rest = path.subList(1, path.size());
        var step = path.get(0);
        if (of instanceof Collection<?> list) {
            return switch (step) {
                case "#" -> list.size();
                case "*" -> list.stream().map(each -> text(at(each, rest))).toList();
                default -> at(member(List.copyOf(list), Integer.parseInt(step)), rest);
            };
        }
        if (of instanceof Map<?, ?> map) {
            return at(map.get(step), rest);
        }
        if (of instanceof Where where && step.equals("lines")) {
            return List.of(where.first(), where.last());
        }
        return at(component(of, step), rest);
    }

    private static Object member(List<?> list, int at) {
        var index = at < 0 ? list.size() + at : at;
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private static Object component(Object of, String name) {
        var component = Arrays.stream(of.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(of.getClass() + " has no " + name));
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return text(map.keySet());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(each -> each == null ? "-" : text(each)).collect(Collectors.joining(", "));
        }
        if (value instanceof Enum<?> code) {
            return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return Objects.toString(value, "");
    }
}
