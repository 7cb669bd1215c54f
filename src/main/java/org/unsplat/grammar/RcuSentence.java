package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;

/** {@code lkt/lkt.c:482 suspicious rcu_dereference_check() usage!}: which line of code, and its own words. */
public final class RcuSentence implements Piece {

    private static final Regex SENTENCE =
            new Regex("(?d)(?<file>[^\\s:]+\\.\\w{1,3}):(?<line>\\d{1,7}) (?<message>.*)!");
    private static final Regex START = new Regex("(?d)[^\\s:]+\\.\\w{1,3}:\\d{1,7} \\S.*");

    @Override
    public String name() {
        return "line of code that used RCU";
    }

    @Override
    public boolean starts(String line) {
        return START.matches(line);
    }

    @Override
    public boolean isWhole(String line) {
        return SENTENCE.matches(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var match = lines.take(SENTENCE);
        if (match != null) {
            draft.rcu = new RcuUsage(
                    match.group("file"),
                    Hex.number(match.group("line")),
                    match.group("message"),
                    null,
                    null,
                    List.of());
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.rcu != null && draft.rcu.file() != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var rcu = report.lockdep().rcu();
        if (rcu != null && rcu.file() != null) {
            out.line(rcu.file() + ":" + rcu.line() + " " + rcu.message() + "!");
        }
    }
}
