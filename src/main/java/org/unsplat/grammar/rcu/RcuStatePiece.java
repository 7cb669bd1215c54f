package org.unsplat.grammar.rcu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;

/**
 * The state of RCU and lockdep at the time of the suspicious usage ({@code lockdep_rcu_suspicious}).
 * <pre>
 * RCU used illegally from offline CPU!                 or idle CPU, up to 5.7
 * rcu_scheduler_active = 2, debug_locks = 1
 * Possible false positive due to lockdep disabling via debug_locks = 0
 * RCU used illegally from extended quiescent state!
 * </pre>
 */
public final class RcuStatePiece extends Piece {

    private static final List<String> FIRST =
            List.of("RCU used illegally from offline CPU!", "RCU used illegally from idle CPU!");
    private static final List<String> LATER = List.of(
            "Possible false positive due to lockdep disabling via debug_locks = 0",
            "RCU used illegally from extended quiescent state!");

    static final LineType<Matcher> STATE = LineType.of(
            "state of RCU", "rcu_scheduler_active = (\\d{1,9}), debug_locks = (\\d{1,9})", "rcu_scheduler_active = ");
    static final LineType<String> NOTE =
            LineType.words("note about RCU", TypeLists.joined(FIRST, LATER).toArray(new String[0]));

    public RcuStatePiece() {
        super("state of RCU", List.of(STATE, NOTE), List.of(STATE, NOTE));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var notes = new ArrayList<String>();
        Integer active = null;
        Integer debug = null;
        while (!lines.atEnd()) {
            var state = lines.accept(STATE);
            var note = state == null ? lines.accept(NOTE) : null;
            if (state != null) {
                active = Numbers.parseInt(state.group(1));
                debug = Numbers.parseInt(state.group(2));
            } else if (note != null) {
                notes.add(note);
            } else {
                lines.skip();
            }
        }
        var rcu = builder.rcu;
        builder.rcu = rcu == null
                ? new RcuUsage(null, null, null, active, debug, List.copyOf(notes))
                : new RcuUsage(rcu.file(), rcu.line(), rcu.message(), active, debug, List.copyOf(notes));
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.rcu.schedulerActive() != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var rcu = report.lockdep().rcu();
        if (rcu == null) {
            return;
        }
        out.blank();
        rcu.notes().stream().filter(FIRST::contains).forEach(out::line);
        if (rcu.schedulerActive() != null) {
            out.line("rcu_scheduler_active = " + rcu.schedulerActive() + ", debug_locks = " + rcu.debugLocks());
        }
        rcu.notes().stream().filter(LATER::contains).forEach(out::line);
    }
}
