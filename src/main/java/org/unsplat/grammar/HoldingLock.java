package org.unsplat.grammar;

import java.util.List;
import org.unsplat.model.Report;

/**
 * The lock that the task has already.
 * <pre>
 * but task is already holding lock:
 * ffffffffa0004938 (lkt_mb){+.+.}-{4:4}, at: lkt_m_ba+0x1c/0x40 [lkt]
 * and the lock comparison function returns 0:          recursive locking, 6.5 and later
 *
 * which lock already depends on the new lock.          circular dependency
 *
 * holding = ("but task is already holding lock:" | "and this task is already holding:" | crosslock) lock [comparison] [which]
 * </pre>
 */
public final class HoldingLock implements Piece {

    private static final String CROSSLOCK = "but now in release context of a crosslock acquired at the following:";
    private static final String WHICH = "which lock already depends on the new lock.";
    private static final List<String> STARTS =
            List.of("but task is already holding lock:", "and this task is already holding:", CROSSLOCK);
    private static final Regex COMPARISON = new Regex("and the lock comparison function returns (-?\\d{1,9}):");
    private final String title;
    private final boolean hasWhich;

    private HoldingLock(String title, boolean hasWhich) {
        this.title = title;
        this.hasWhich = hasWhich;
    }

    /** Of a circular dependency. */
    public static HoldingLock whichDepends() {
        return new HoldingLock(STARTS.get(0), true);
    }

    /** Of recursive locking. */
    public static HoldingLock already() {
        return new HoldingLock(STARTS.get(0), false);
    }

    /** Of a wrong irq order. */
    public static HoldingLock thisTask() {
        return new HoldingLock(STARTS.get(1), false);
    }

    @Override
    public String name() {
        return "lock that the task holds already";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith("but task is already holding")
                || line.startsWith("and this task is already holding")
                || line.startsWith("but now in release context of a crosslock");
    }

    @Override
    public boolean continues(String line) {
        return LockLine.starts(line)
                || line.startsWith("which lock already depends")
                || line.startsWith("and the lock comparison function");
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line)
                ? STARTS.contains(line)
                : line.startsWith("which ")
                        ? line.equals(WHICH)
                        : line.startsWith("and the ") ? COMPARISON.matches(line) : LockLine.isWhole(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            var lock = LockLine.read(lines);
            if (lock != null) {
                draft.holding.add(lock);
            } else if (STARTS.contains(lines.peek()) || lines.peek().equals(WHICH)) {
                lines.next();
            } else {
                var comparison = lines.take(COMPARISON);
                if (comparison == null) {
                    break;
                }
                draft.comparison = Hex.number(comparison.group(1));
            }
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return !draft.holding.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        if (facts.holding().isEmpty()) {
            return;
        }
        var crosslock = facts.scenario() != null && facts.scenario().title().endsWith("by crosslock");
        out.blank().line(crosslock ? CROSSLOCK : title);
        facts.holding().forEach(lock -> LockLine.write(lock, "", out));
        if (facts.comparison() != null) {
            out.line("and the lock comparison function returns " + facts.comparison() + ":");
        }
        if (hasWhich) {
            out.blank().line(WHICH).blank();
        }
    }
}
