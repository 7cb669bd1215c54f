package org.unsplat.kcsan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.grammar.Cursor;
import org.unsplat.grammar.Dialect;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.HeldLockList;
import org.unsplat.grammar.Hex;
import org.unsplat.grammar.IrqTraceLines;
import org.unsplat.grammar.KernelText;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.Regex;
import org.unsplat.grammar.StackTrace;
import org.unsplat.grammar.Symbol;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * One side of a race ({@code print_report}, {@code get_access_type}, {@code print_verbose_info}).
 * <pre>
 * read-write (marked) to 0xffffffffa0002770 of 4 bytes by task 47 on cpu 0:
 *  kct_rd32+0x17/0x40 [kct]
 *   |
 *   +-&gt; reordered to: kct_side_a+0x36/0x50 [kct]
 *
 * no locks held by kct_a/47.
 * irq event stamp: 134
 *
 * access = ["race at unknown origin, with "] type " to 0x" address " of " n " bytes by " who " on cpu " n ":"
 *          stored trace ["|" "+-&gt; reordered to: " symbol] [held locks irq trace]
 * type   = ("read" | "write" | "read-write" | "assert no accesses" | "assert no writes") [" (" qualifiers ")"]
 * who    = "task " pid | "interrupt"
 * </pre>
 */
final class AccessPiece implements Piece {

    private static final String UNKNOWN = "race at unknown origin, with ";
    private static final String REORDERED = "+-> reordered to: ";
    private static final String TYPE =
            "(?<type>(?<op>read-write|read|write|assert no accesses|assert no writes)(?: \\((?<how>[a-z, ]+)\\))?)";
    private static final Regex CUT = new Regex(TYPE + " to 0x[0-9a-f]+(?: of(?: \\d{1,9}(?: bytes)?)?)?");
    private static final Regex ACCESS = new Regex(
            "(?<unknown>" + UNKNOWN + ")?" + TYPE
                    + " to (?<address>\\S+) of (?<size>\\d{1,9}) bytes by (?:task (?<pid>\\d{1,9})|interrupt|NMI) on cpu (?<cpu>\\d{1,9}):");

    private static final Piece VERBOSE_LOCKS = new HeldLockList();
    private static final Piece VERBOSE_IRQ = new IrqTraceLines();
    private final int index;

    /** @param index 0 for the access that ran into the watchpoint, 1 for the one that set it */
    AccessPiece(int index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith(UNKNOWN)
                || line.startsWith("race at unknown origin")
                || line.contains(" bytes by") && (line.contains(" to 0x") || ACCESS.matches(line))
                || line.contains(" to 0x") && CUT.matches(line);
    }

    @Override
    public boolean continues(String line) {
        return StackTrace.isStoredLine(line)
                || line.equals("|")
                || line.startsWith("+->")
                || VERBOSE_LOCKS.starts(line)
                || VERBOSE_LOCKS.continues(line)
                || VERBOSE_IRQ.starts(line)
                || VERBOSE_IRQ.continues(line);
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    @Override
    public boolean isWhole(String line) {
        if (starts(line)) {
            return ACCESS.matches(line);
        }
        return VERBOSE_LOCKS.starts(line) || VERBOSE_LOCKS.continues(line)
                ? VERBOSE_LOCKS.isWhole(line)
                : VERBOSE_IRQ.starts(line) || VERBOSE_IRQ.continues(line)
                        ? VERBOSE_IRQ.isWhole(line)
                        : continues(line) && !line.equals("+-> reordered to:");
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var line = lines.number();
        var match = lines.take(ACCESS);
        if (match == null) {
            return;
        }
        var stack = StackTrace.readStored(lines);
        if (stack.isEmpty()) {
            draft.problem(Problem.Code.MISSING_PART, line, "expected the stack of the access, found none");
        }
        lines.take("|");
        var reordered =
                lines.peek().startsWith(REORDERED) ? Symbol.frame(lines.next().substring(REORDERED.length())) : null;
        var held = new ArrayList<HeldLocks>();
        for (var list = HeldLockList.read(lines, draft, false);
                list != null;
                list = HeldLockList.read(lines, draft, false)) {
            held.add(list);
        }
        var lockdepOff = lines.take(HeldLockList.TURNED_OFF);
        var irqTrace = IrqTraceLines.read(lines);
        draft.unknownOrigin |= match.group("unknown") != null;
        draft.accesses.add(access(match, stack, reordered, List.copyOf(held), irqTrace, lockdepOff));
    }

    private static Race.Access access(
            Matcher match,
            List<StackFrame> stack,
            StackFrame reordered,
            List<HeldLocks> held,
            IrqTrace irqTrace,
            boolean lockdepOff) {
        var how = match.group("how") == null ? "" : match.group("how");
        var type = match.group("op");
        var op = type.equals("assert no accesses") ? "write" : type.equals("assert no writes") ? "read" : type;
        var pid = Hex.number(match.group("pid"));
        return new Race.Access(
                match.group("type"),
                op,
                how.contains("marked"),
                how.contains("scoped") || how.contains("reordered"),
                type.startsWith("assert"),
                Hex.of(match.group("address")),
                Hex.number(match.group("size")),
                pid == null ? "interrupt" : "task",
                pid,
                Hex.number(match.group("cpu")),
                stack,
                reordered,
                held,
                irqTrace,
                lockdepOff);
    }

    @Override
    public void write(Report report, KernelText out) {
        if (index < report.race().accesses().size()) {
            write(report.race().accesses().get(index), report, out);
        }
    }

    private static void write(Race.Access access, Report report, KernelText out) {
        out.blank()
                .line((report.race().unknownOrigin() ? UNKNOWN : "") + access.type() + " to " + access.address()
                        + " of " + access.size()
                        + " bytes by " + (access.pid() == null ? "interrupt" : "task " + access.pid()) + " on cpu "
                        + access.cpu() + ":");
        StackTrace.writeStored(access.stack(), 1, out);
        if (access.reorderedTo() != null) {
            out.line("  |").line("  " + REORDERED + Symbol.text(access.reorderedTo()));
        }
        if (!access.held().isEmpty() || access.irqTrace() != null || access.lockdepOff()) {
            out.blank();
        }
        access.held().forEach(list -> HeldLockList.write(list, out));
        if (access.lockdepOff()) {
            out.line(HeldLockList.TURNED_OFF);
        }
        if (access.irqTrace() != null) {
            IrqTraceLines.write(access.irqTrace(), Dialect.of(report), out);
        }
    }
}
