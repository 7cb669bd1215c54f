package org.unsplat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.unsplat.model.Problem;

/**
 * A way that kernel text goes before it is read: the lines of a report in, the bytes of the log or mail out.
 *
 * @param strangers how many lines that are none of the report's it puts between those that are
 * @param problems what the report says of the way
 */
record Transport(String name, int strangers, List<Problem.Code> problems, Function<List<String>, byte[]> carry) {

    /** Something is put around each line. */
    static Transport lines(String name, UnaryOperator<String> each) {
        return text(name, lines -> joined(lines.stream().map(each).toList()));
    }

    /** Something is put around each record of the kernel's, which may be of several lines. */
    static Transport records(String name, UnaryOperator<String> each) {
        return text(name, lines -> joined(records(lines).stream().map(each).toList()));
    }

    /** Each character is a byte. */
    static Transport text(String name, Function<List<String>, String> carry) {
        return bytes(name, lines -> carry.apply(lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    static Transport bytes(String name, Function<List<String>, byte[]> carry) {
        return new Transport(name, 0, List.of(), carry);
    }

    Transport withStrangers(int count) {
        return new Transport(name, count, problems, carry);
    }

    /** The report shows that something went wrong. */
    Transport withProblem(Problem.Code problem) {
        return new Transport(name, strangers, List.of(problem), carry);
    }

    static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /**
     * What the kernel prints with a newline in front, {@code "\nbut task is already holding lock:\n"}, is one record.
     */
    static List<String> records(List<String> lines) {
        var records = new ArrayList<String>();
        var open = "";
        for (var line : lines) {
            open += line;
            if (line.isEmpty()) {
                open += "\n";
            } else {
                records.add(open);
                open = "";
            }
        }
        return records;
    }

    @Override
    public String toString() {
        return name;
    }
}
