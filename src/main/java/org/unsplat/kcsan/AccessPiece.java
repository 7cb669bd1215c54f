package org.unsplat.kcsan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.stack.FrameEndType;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.stack.SymbolText;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.AccessBuilder;
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
final class AccessPiece extends Piece {

    private static final String UNKNOWN = "race at unknown origin, with ";
    private static final String REORDERED = "+-> reordered to: ";
    private static final String TYPE =
            "(?<type>(?<op>read-write|read|write|assert no accesses|assert no writes)(?: \\((?<how>[a-z, ]+)\\))?)";
    private static final Regex HEADER = new Regex(
            "(?<unknown>" + UNKNOWN + ")?" + TYPE
                    + " to (?<address>\\S+) of (?<size>\\d{1,20}) bytes by (?:task (?<pid>\\d{1,20})|interrupt|NMI) on cpu (?<cpu>\\d{1,20}):");
    /** The access, its size, and the task that made it. */
    static final LineType<Matcher> ACCESS = new LineType<>("access", List.of(UNKNOWN, "read", "write", "assert no ")) {
        @Override
        public Matcher read(String text) {
            var match = text.endsWith(":") ? HEADER.matcher(text) : null;
            return match != null && match.matches() ? match : null;
        }

        @Override
        public boolean mayBeCut(String text) {
            return breaksOff(text);
        }

        /** A text with an address is enough; so are words that only this line has. */
        @Override
        public boolean isCut(String text) {
            var bytes = text.contains(" bytes by");
            var address = text.contains(" to 0x");
            return bytes && address
                    || (bytes || address || text.startsWith("race at unknown origin")) && breaksOff(text);
        }
    };

    /** The bar between the stack and the place to which KCSAN delayed the access. */
    static final LineType<String> BAR = new LineType<>("bar below a stack", List.of("|")) {
        @Override
        public String read(String text) {
            return text.equals("|") ? text : null;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    static final LineType<StackFrame> REORDERED_TO = new FrameEndType<>("place of reordering", List.of(REORDERED)) {
        @Override
        public StackFrame read(String text) {
            return text.startsWith(REORDERED) ? Symbol.frame(text.substring(REORDERED.length())) : null;
        }

        @Override
        public boolean isCut(String text) {
            return text.startsWith("+-> reordered");
        }
    };

    private static final List<LineType<?>> FOLLOWING = TypeLists.joined(
            StackTrace.STORED, List.of(ACCESS, BAR, REORDERED_TO), HeldLocksPiece.TYPES, IrqTracePiece.TYPES);
    private final int index;

    /** @param index 0 for the access that ran into the watchpoint, 1 for the one that set it */
    AccessPiece(int index) {
        super("access", List.of(ACCESS), FOLLOWING);
        this.index = index;
    }

    private static boolean breaksOff(String text) {
        var match = HEADER.matcher(text);
        return !match.matches() && match.hitEnd();
    }

    /** A third access belongs to the second piece, so that its stack is not taken for another's. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        if (next.type() == ACCESS) {
            return index > 0;
        }
        return next.type() != BAR || last.isTyped() && TypeLists.has(StackTrace.STORED, last.type());
    }

    /** Reads one access. Lines from the head of a further access on are not read, and become unparsed lines. */
    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var line = lines.number();
        var match = lines.peek(ACCESS);
        if (match == null || !isInRange(match)) {
            return;
        }
        lines.next();
        var stack = StackTrace.readStored(lines);
        if (stack.isEmpty()) {
            builder.problem(Problem.Code.MISSING_PART, line, "expected the stack of the access, found none");
        }
        lines.accept(BAR);
        while (!lines.atEnd() && lines.line().isCut() && lines.line().type() != ACCESS) {
            lines.skip();
        }
        var reordered = lines.accept(REORDERED_TO);
        var held = new ArrayList<HeldLocks>();
        for (var list = HeldLocksPiece.read(lines, builder, false);
                list != null;
                list = HeldLocksPiece.read(lines, builder, false)) {
            held.add(list);
        }
        var lockdepOff = lines.accept(HeldLocksPiece.TURNED_OFF) != null;
        var irqTrace = IrqTracePiece.read(lines);
        builder.unknownOrigin |= match.group("unknown") != null;
        builder.accesses.add(access(match, stack, reordered, List.copyOf(held), irqTrace, lockdepOff));
    }

    private static boolean isInRange(Matcher match) {
        return Numbers.parseInt(match.group("size")) != null
                && Numbers.parseInt(match.group("cpu")) != null
                && (match.group("pid") == null || Numbers.parseInt(match.group("pid")) != null);
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.accesses.size() > index;
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
        var pid = Numbers.parseInt(match.group("pid"));
        return AccessBuilder.builder()
                .type(match.group("type"))
                .op(op)
                .marked(how.contains("marked"))
                .scoped(how.contains("scoped") || how.contains("reordered"))
                .isAssert(type.startsWith("assert"))
                .address(Numbers.address(match.group("address")))
                .size(Numbers.parseInt(match.group("size")))
                .context(pid == null ? "interrupt" : "task")
                .pid(pid)
                .cpu(Numbers.parseInt(match.group("cpu")))
                .stack(stack)
                .reorderedTo(reordered)
                .held(held)
                .irqTrace(irqTrace)
                .lockdepOff(lockdepOff)
                .build();
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
            out.line("  |").line("  " + REORDERED + SymbolText.of(access.reorderedTo()));
        }
        if (!access.held().isEmpty() || access.irqTrace() != null || access.lockdepOff()) {
            out.blank();
        }
        access.held().forEach(list -> HeldLocksPiece.write(list, out));
        if (access.lockdepOff()) {
            out.line(HeldLocksPiece.OFF_TEXT);
        }
        if (access.irqTrace() != null) {
            IrqTracePiece.write(access.irqTrace(), KernelFormat.of(report), out);
        }
    }
}
