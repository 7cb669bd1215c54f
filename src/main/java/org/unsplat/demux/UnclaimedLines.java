package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.TypedLine;

/** The lines between those of an open report that it did not take. */
final class UnclaimedLines {

    private final ClaimedLines claimed;
    private final MemoryBudget budget;
    private final MemoryBudget.Account account;
    private final MemoryBudget.Account waitingAccount;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<TypedLine> unexpected = new ArrayList<>();
    /** Numbers alone: the text of most is of no use. */
    private final List<Integer> foreign = new ArrayList<>();

    private final List<Span.Doubt> doubtful = new ArrayList<>();

    /**
     * A line since the report's last one: it counts only if the report goes on.
     *
     * @param number of its first part
     * @param others the numbers of the other lines of the input that it is made of
     * @param line null where another report took it, or another caller printed it
     * @param above the report's own line directly above, null where another line lies between
     */
    private record Waiting(int number, List<Integer> others, TypedLine line, TypedLine above, boolean isUnexpected) {

        static Waiting of(TypedLine all, TypedLine line, TypedLine above, boolean isUnexpected) {
            var numbers = all.isOneLine() ? List.<Integer>of() : all.numbers();
            var others = numbers.isEmpty() ? numbers : numbers.subList(1, numbers.size());
            return new Waiting(all.line().number(), others, line, above, isUnexpected);
        }
    }

    /**
     * @param between lines that stand among the report's first ones
     * @param claimed by all reports
     * @param budget of all reports
     */
    UnclaimedLines(List<TypedLine> between, ClaimedLines claimed, MemoryBudget budget) {
        this.claimed = claimed;
        this.budget = budget;
        this.account = budget.new Account();
        this.waitingAccount = budget.new Account();
        between.forEach(this::addForeign);
        settle();
    }

    /** Counts the memory of a line that the report took. */
    void count(TypedLine line) {
        account.add(line);
    }

    /**
     * Keeps a line that could be the report's own.
     *
     * @param last the report's last own line
     * @param isUnexpected whether it has the form of a report's line
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

    /** The report goes on. */
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

    /** The line directly below the report's last one, null where there is none. */
    TypedLine below() {
        return waiting.isEmpty() || waiting.get(0).above() == null
                ? null
                : waiting.get(0).line();
    }

    /** The report is closed: it uses no memory any more. */
    void release() {
        waiting.clear();
        waitingAccount.clear();
        account.clear();
    }

    /** Lines that look like report text, but that no piece took. */
    List<TypedLine> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The numbers of the lines that belong to something else. */
    List<Integer> foreign() {
        return foreign.stream().distinct().sorted().toList();
    }

    /** Those of them that nothing but their form keeps from being the report's own. */
    List<Span.Doubt> doubtful() {
        return List.copyOf(doubtful);
    }

    /** The limit that a report with so many lines is over, null for none. */
    ReportLimit limitMetWith(int lines) {
        return ReportLimit.metBy(lines, waiting.size() + unexpected.size() + foreign.size(), budget);
    }
}
