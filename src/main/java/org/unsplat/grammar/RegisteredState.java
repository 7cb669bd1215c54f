package org.unsplat.grammar;

import org.unsplat.model.Backtrace;
import org.unsplat.model.Report;

/**
 * Where a lock got the usage state that is inconsistent with the new one.
 * <pre>
 * {SOFTIRQ-ON-W} state was registered at:
 *   lock_acquire+0xa5/0x290
 * </pre>
 */
public final class RegisteredState implements Piece {

    private static final String END = "} state was registered at:";

    @Override
    public String name() {
        return "stack of the earlier usage state";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("{") && line.contains("} state was");
    }

    @Override
    public boolean continues(String line) {
        return StackTrace.isStoredLine(line);
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line) ? line.endsWith(END) : continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        if (lines.take("{")) {
            draft.registered = new Backtrace(StackTrace.readStored(lines));
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.registered != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.registered() != null && facts.usage() != null) {
            out.line("{" + facts.usage().from() + END);
            StackTrace.writeStored(facts.registered().frames(), 2, out);
        }
    }
}
