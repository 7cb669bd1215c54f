package org.unsplat.triage;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Where;

/**
 * The lines where the reports of a bug begin.
 *
 * @param first the first of them, so that memory does not grow with the number of reports
 * @param last that of the last report
 * @param count the number of reports
 * @param inputs the number of inputs with reports, if the reports of an input come one after another
 */
public record Occurrences(List<Occurrence> first, Occurrence last, int count, int inputs) {

    /** The number of occurrences kept. */
    static final int MOST = 200;

    /** The line of an input where a report begins. */
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
