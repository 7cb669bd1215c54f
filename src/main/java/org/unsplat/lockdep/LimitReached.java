package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.HeadlinePiece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Kind;
import org.unsplat.model.Limit;
import org.unsplat.model.Report;

/** A table of lockdep is full, and lockdep turns itself off ({@code print_lockdep_off}). */
final class LimitReached extends LockdepKind {

    private static final Regex HEAD = new Regex("BUG: (MAX_[A-Z_]+) too low!");

    /** The only limit that is printed with the depth. */
    private static final String DEPTH = "MAX_LOCK_DEPTH";

    private static final String OFF = "Lockdep has switched itself off: ";

    LimitReached() {
        super(Kind.LIMIT, "BUG: MAX_LOCKDEP_... too low!");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(HeadlinePiece.DEPTH) || HeadlinePiece.turnsOff(line);
    }

    @Override
    Outline makeOutline() {
        var trace = BacktracePiece.untitled();
        return printsAfter(new HeadlinePiece(this), HeldLocksPiece.ofOneThenAll(), trace)
                .always(trace);
    }

    @Override
    public boolean isHead(String line) {
        return HEAD.matches(line);
    }

    /**
     * Without its headline the depth tells which limit was reached; else it may be another report that turned lockdep off, and
     * without a kernel it is none.
     */
    @Override
    public Report report(ReportBuilder builder) {
        if (builder.headless && builder.limit == null) {
            return builder.system.isEmpty() ? null : builder.report(LockdepKinds.UNKNOWN, null, builder.lockdep());
        }
        if (builder.headless) {
            builder.limit = new Limit(DEPTH, builder.limit.depth(), builder.limit.max());
        }
        var head = HEAD.matcher(builder.headline);
        if (head.matches()) {
            builder.limit = builder.limit == null
                    ? new Limit(head.group(1))
                    : new Limit(head.group(1), builder.limit.depth(), builder.limit.max());
        }
        return super.report(builder);
    }

    @Override
    public String explain(Report report) {
        var limit = report.lockdep().limit();
        var reason = limit == null ? null : reason(limit);
        return reason == null ? null : reason + when(report);
    }

    /** The task and function for whose lock there was no room; they need not be to blame. */
    private static String when(Report report) {
        var system = report.system();
        var taker = StackPath.caller(Explanations.trace(report));
        return system == null || system.comm() == null || system.pid() == null || taker == null
                ? ""
                : " " + system.comm() + "/" + system.pid() + " was" + Explanations.in(taker) + " then.";
    }

    private static String reason(Limit limit) {
        return switch (limit.name()) {
            case "MAX_LOCKDEP_ENTRIES" -> ranOut("of room for dependencies between locks", "CONFIG_LOCKDEP_BITS");
            case "MAX_LOCKDEP_CHAINS" -> ranOut("of room for chains of held locks", "CONFIG_LOCKDEP_CHAINS_BITS");
            case "MAX_LOCKDEP_CHAIN_HLOCKS" ->
                ranOut("of room for the locks of its chains", "CONFIG_LOCKDEP_CHAINS_BITS");
            case "MAX_STACK_TRACE_ENTRIES" -> ranOut("of room for stack traces", "CONFIG_LOCKDEP_STACK_TRACE_BITS");
            case "MAX_LOCKDEP_KEYS" -> ranOut("of lock classes", null);
            case DEPTH ->
                OFF + "one task holds more locks at a time than lockdep has room for"
                        + (limit.max() == null ? "" : ", " + limit.max()) + ". No CONFIG option raises that.";
            default -> null;
        };
    }

    private static String ranOut(String what, String option) {
        return OFF + "it ran out " + what + ". "
                + (option == null
                        ? "No CONFIG option raises their number."
                        : option + " raises it, in Linux 5.13 and later.");
    }
}
