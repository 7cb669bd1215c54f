package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;

/**
 * The state of RCU and lockdep when RCU was used.
 * <pre>
 * RCU used illegally from offline CPU!                 or idle CPU, up to 5.7
 * rcu_scheduler_active = 2, debug_locks = 1
 * Possible false positive due to lockdep disabling via debug_locks = 0
 * RCU used illegally from extended quiescent state!
 * </pre>
 */
public final class RcuState implements Piece {

    private static final Regex STATE = new Regex("rcu_scheduler_active = (\\d{1,9}), debug_locks = (\\d{1,9})");
    private static final List<String> FIRST =
            List.of("RCU used illegally from offline CPU!", "RCU used illegally from idle CPU!");
    private static final List<String> LATER = List.of(
            "Possible false positive due to lockdep disabling via debug_locks = 0",
            "RCU used illegally from extended quiescent state!");

    @Override
    public String name() {
        return "state of RCU";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("rcu_scheduler_active")
                || line.startsWith("RCU used illegally from")
                || line.startsWith("Possible false positive due to lockdep");
    }

    @Override
    public boolean continues(String line) {
        return starts(line);
    }

    @Override
    public boolean isWhole(String line) {
        return STATE.matches(line) || FIRST.contains(line) || LATER.contains(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var notes = new ArrayList<String>();
        Integer active = null;
        Integer debug = null;
        while (isWhole(lines.peek())) {
            var state = lines.take(STATE);
            if (state == null) {
                notes.add(lines.next());
            } else {
                active = Hex.number(state.group(1));
                debug = Hex.number(state.group(2));
            }
        }
        var rcu = draft.rcu;
        draft.rcu = rcu == null
                ? new RcuUsage(null, null, null, active, debug, notes)
                : new RcuUsage(rcu.file(), rcu.line(), rcu.message(), active, debug, notes);
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.rcu.schedulerActive() != null;
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
