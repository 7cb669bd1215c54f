package org.unsplat.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An input, cleaned to its end, for tests. */
public record Cleaned(List<Line> lines, List<Integer> messages, CleanLines iterator, Source source) {

    public static Cleaned of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes));
    }

    public static Cleaned of(InputStream stream) {
        var source = Source.of(stream, "test");
        var iterator = new CleanLines(source);
        var lines = new ArrayList<Line>();
        var messages = new ArrayList<Integer>();
        while (iterator.hasNext()) {
            lines.add(iterator.next());
            messages.add(iterator.message());
        }
        return new Cleaned(lines, messages, iterator, source);
    }

    public static Cleaned of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    /** The text of an input of one line that gives one line. */
    public static Line one(String line) {
        var lines = of(line).lines();
        if (lines.size() != 1) {
            throw new AssertionError("not one line: " + lines);
        }
        return lines.get(0);
    }

    public static String text(String line) {
        return one(line).text();
    }

    public static List<String> texts(String... lines) {
        return of(String.join("\n", lines)).texts();
    }

    /** The number and the text of each line. */
    public Stream<String> numbered() {
        return lines.stream().map(line -> line.number() + " " + line.text());
    }
}
