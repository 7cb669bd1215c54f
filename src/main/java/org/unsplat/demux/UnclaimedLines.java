package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** The lines between the lines of an open report that it did not take. */
final class UnclaimedLines {

    private final ClaimedLines claimed;
    private final MemoryBudget budget;
    private final MemoryBudget.Account account;
    private final MemoryBudget.Account waitingAccount;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<TypedLine> unexpected = new ArrayList<>();
    /** Only the numbers, because the text of most foreign lines is never used. */
    private final List<Integer> foreign = new ArrayList<>();

    private final List<Span.Doubt> doubtful = new ArrayList<>();

    /**
     * A line after the report's last one. It belongs to the span only if the report goes on.
     *
     * @param number the number of its first part
     * @param others the numbers of its other lines in the input
     * @param line null if another report took it or another caller printed it
     * @param above the report's line directly above, null if another line is between
     */
    private record Waiting(int number, List<Integer> others, TypedLine line, TypedLine above, boolean isUnexpected) {

        static Waiting of(TypedLine all, TypedLine line, TypedLine above, boolean isUnexpected) {
            var numbers = all.isOneLine() ? List.<Integer>of() : all.numbers();
            var others = numbers.isEmpty() ? numbers : numbers.subList(1, numbers.size());
            return new Waiting(all.line().number(), others, line, above, isUnexpected);
        }
    }

    /**
     * @param between lines among the first lines of the report
     * @param claimed the lines claimed by all reports
     * @param budget the memory used by all reports
     */
    UnclaimedLines(List<TypedLine> between, ClaimedLines claimed, MemoryBudget budget) {
        this.claimed = claimed;
        this.budget = budget;
        this.account = budget.new Account();
        this.waitingAccount = budget.new Account();
        for (var line : between) {
            addForeign(line);
        }
        settle();
    }

    /** Adds the memory of a line that the report took. */
    void count(TypedLine line) {
        account.add(line);
    }

    /**
     * Keeps a line that may be the report's own.
     *
     * @param last the last line of the report
     * @param isUnexpected whether it looks like a line of a report
     */
    void add(TypedLine line, TypedLine last, boolean isUnexpected) {
        var above = waiting.isEmpty() && !line.afterBlank() ? last : null;
        waiting.add(Waiting.of(line, line, above, isUnexpected));
        waitingAccount.add(line);
    }

    /** Keeps a line that belongs to something else. */
    void addForeign(TypedLine line) {
        waiting.add(Waiting.of(line, null, null, false));
    }

    /**
     * Adds lines between the first and the last line of the report that were given after the last one, because they waited for
     * their ends.
     *
     * @param later the lines that are still to be given
     */
    void addLate(List<Line> later, int first, int last) {
        for (var each : waiting) {
            addBetween(each.number(), first, last);
        }
        for (var line : later) {
            addBetween(line.number(), first, last);
        }
    }

    private void addBetween(int number, int first, int last) {
        if (number > first && number < last) {
            foreign.add(number);
        }
    }

    /** Assigns the waiting lines to the report, because it goes on. */
    void settle() {
        for (var each : waiting) {
            var line = each.line();
            if (each.isUnexpected() && claimed.add(line.line())) {
                unexpected.add(line);
                account.add(line);
                continue;
            }
            foreign.add(each.number());
            foreign.addAll(each.others());
            if (line != null) {
                doubtful.add(new Span.Doubt(line, each.above()));
                account.add(line);
            }
        }
        waiting.clear();
        waitingAccount.clear();
    }

    /** The line directly below the report's last one, or null. */
    TypedLine below() {
        return waiting.isEmpty() || waiting.get(0).above() == null
                ? null
                : waiting.get(0).line();
    }

    /** Frees the memory, because the report is closed. */
    void release() {
        waiting.clear();
        waitingAccount.clear();
        account.clear();
    }

    /** The lines that look like lines of a report, but that no piece took. */
    List<TypedLine> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The numbers of the lines that belong to something else. */
    List<Integer> foreign() {
        return List.copyOf(new TreeSet<>(foreign));
    }

    /** The foreign lines that only their form distinguishes from the report's own. */
    List<Span.Doubt> doubtful() {
        return List.copyOf(doubtful);
    }

    /** The limit exceeded by a report with this many lines of its own, or null. */
    ReportLimit limitMetWith(int lines) {
        return ReportLimit.metBy(lines, waiting.size() + unexpected.size() + foreign.size(), budget);
    }
}
