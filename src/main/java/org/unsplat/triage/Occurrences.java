package org.unsplat.triage;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Where;

/**
 * Where the reports of a bug stand, in short.
 *
 * @param first the first of them: memory must not grow with the number of reports
 * @param last where the last one stands
 * @param count how many there are
 * @param inputs in how many inputs, each of which is read at one go
 */
public record Occurrences(List<Occurrence> first, Occurrence last, int count, int inputs) {

    /** How many are kept. */
    static final int MOST = 200;

    /** A report begins at that line of that input. */
    public record Occurrence(String input, int line) {}

    static Occurrences of(Where where) {
        var only = new Occurrence(where.input(), where.first());
        return new Occurrences(List.of(only), only, 1, 1);
    }

    Occurrences andOneMore(Where where) {
        var next = new Occurrence(where.input(), where.first());
        return new Occurrences(
                count < MOST ? Stream.concat(first.stream(), Stream.of(next)).toList() : first,
                next,
                count + 1,
                next.input().equals(last.input()) ? inputs : inputs + 1);
    }
}
