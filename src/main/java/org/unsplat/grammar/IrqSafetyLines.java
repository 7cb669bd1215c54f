package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The irq-safe or irq-unsafe lock that the new dependency connects, and where it became so.
 * <pre>
 * but this new dependency connects a HARDIRQ-irq-safe lock:
 *  (lkt_sa){-...}-{3:3}
 *
 * ... which became HARDIRQ-irq-safe at:
 *   lock_acquire+0xa5/0x290
 *
 * to a HARDIRQ-irq-unsafe lock:
 *  (lkt_sc){+.+.}-{3:3}
 *
 * ... which became HARDIRQ-irq-unsafe at:
 * ...
 *   lock_acquire+0xa5/0x290
 * </pre>
 * 4.4 prints the dots before the unsafe lock's stack on the line of its first frame.
 */
public final class IrqSafetyLines implements Piece {

    private static final String CONNECTS = "but this new dependency connects a ";
    private static final String TO = "to a ";
    private static final String BECAME = "... which became ";
    private static final Regex HEAD =
            new Regex("(?:" + CONNECTS + "|" + TO + ")(?<state>[A-Z_-]+)-irq-(?:un)?safe lock:");
    private static final Regex BECAME_AT = new Regex("\\.\\.\\. which became ([A-Z_-]+)-irq-(?:un)?safe at:");
    private final boolean safe;

    private IrqSafetyLines(boolean safe) {
        this.safe = safe;
    }

    public static IrqSafetyLines safe() {
        return new IrqSafetyLines(true);
    }

    public static IrqSafetyLines unsafe() {
        return new IrqSafetyLines(false);
    }

    @Override
    public String name() {
        return safe ? "irq-safe lock" : "irq-unsafe lock";
    }

    @Override
    public boolean starts(String line) {
        return safe
                ? line.startsWith("but this new dependency connects") || isBecame(line, "-irq-safe at:")
                : line.startsWith(TO) && line.contains("-irq-unsafe") || isBecame(line, "-irq-unsafe at:");
    }

    private static boolean isBecame(String line, String end) {
        return line.startsWith(BECAME) && line.endsWith(end);
    }

    @Override
    public boolean continues(String line) {
        return LockLine.starts(line) || line.startsWith(BECAME) || StackTrace.isStoredLine(undotted(line));
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    @Override
    public boolean isWhole(String line) {
        return starts(line) && !line.startsWith(BECAME)
                ? HEAD.matches(line)
                : line.startsWith(BECAME)
                        ? line.endsWith(" at:")
                        : LockLine.starts(line) ? LockLine.isWhole(line) : continues(line);
    }

    private static String undotted(String line) {
        return line.startsWith("...") && line.length() > 3 ? line.substring(3).strip() : line;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var head = lines.take(HEAD);
        var lock = LockLine.read(lines);
        var became = lines.take(BECAME_AT);
        if (head == null && became == null) {
            return;
        }
        var state = head == null ? became.group(1) : head.group("state");
        var first = undotted(lines.peek());
        var dotted = lines.peek().equals("...") || !first.equals(lines.peek());
        var frame = dotted ? StackTrace.frame(first, true) : null;
        if (dotted) {
            lines.next();
        }
        var frames = new ArrayList<StackFrame>();
        if (frame != null) {
            frames.add(frame.build());
        }
        frames.addAll(StackTrace.readStored(lines));
        var found = new IrqSafety(state, lock, List.copyOf(frames));
        if (safe) {
            draft.becameSafe = found;
        } else {
            draft.becameUnsafe = found;
        }
    }

    @Override
    public boolean isIn(Draft draft) {
        return (safe ? draft.becameSafe : draft.becameUnsafe) != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var lock = safe ? report.lockdep().becameSafe() : report.lockdep().becameUnsafe();
        if (lock == null) {
            return;
        }
        var name = lock.state() + (safe ? "-irq-safe" : "-irq-unsafe");
        out.blank().line((safe ? CONNECTS : TO) + name + " lock:");
        if (lock.lock() != null) {
            LockLine.write(lock.lock(), "", out);
        }
        var glues = Dialect.of(report).gluesLines();
        if (!glues) {
            out.blank();
        }
        out.line(BECAME + name + " at:");
        var stack = new KernelText();
        StackTrace.writeStored(lock.stack(), 2, stack);
        var isGlued = !safe && glues && !stack.lines().isEmpty();
        if (!safe && !isGlued) {
            out.line("...");
        }
        for (var line : stack.lines()) {
            out.line((isGlued && line == stack.lines().get(0) ? "..." : "") + line);
        }
    }
}
