package org.unsplat.grammar.oops;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.Draft;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.stack.FrameDraft;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.Dialect;
import org.unsplat.grammar.text.Hex;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Warning;

/**
 * What led to a list of held locks, or to a warning of lockdep's own: the kernel's line, and the lines of its details.
 * <pre>
 * BUG: sleeping function called from invalid context at include/linux/sched/mm.h:321
 * in_atomic(): 0, irqs_disabled(): 1, non_block: 0, pid: 1, name: init
 *
 * ------------[ cut here ]------------
 * DEBUG_LOCKS_WARN_ON(1)
 * WARNING: CPU: 0 PID: 42 at kernel/locking/lockdep.c:4976 lockdep_init_map_type+0x150/0x220
 * </pre>
 */
public final class TroubleLines extends Piece {

    private static final Regex WARNING = new Regex("(?d)WARNING: (?:CPU: \\d+ PID: \\d+ )?(?:at )?"
            + "(?<place>(?:\\S+\\.\\w{1,2}):\\d{1,9})? ?(?:at )?(?<symbol>\\S+)?(?<rest>.*)");

    public TroubleLines() {
        super(
                "line that led to the held locks",
                List.of(),
                List.of(TroubleTypes.HEAD, TroubleTypes.CUT, TroubleTypes.DETAIL, TroubleTypes.MESSAGE));
    }

    /** What the lines of {@link #isHead} begin with. */
    public static List<String> starts() {
        return Stream.of(TroubleTypes.HEADS, List.of(TroubleTypes.CUT_TEXT), HeldLockList.HEADER_STARTS)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether trouble begins with this line, of whatever kind. */
    public static boolean isHead(String line) {
        return line.equals(TroubleTypes.CUT_TEXT)
                || TroubleTypes.startsWithHead(line) && !BlockerLine.matches(line)
                || HeldLockList.declaresLocks(line);
    }

    /** Whether the line heads trouble of which the kernel prints a dump: drivers begin lines with WARNING, too. */
    public static boolean opensDump(TypedLine line) {
        return line.is(CrashLine.TYPE)
                || line.is(TroubleTypes.HEAD)
                        && (!TroubleTypes.isWarning(line.text()) || TroubleTypes.HEAD.isStrict(line.text()));
    }

    /** A head goes on only with what led to it: the line that cuts, a panic, and a warning's message. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        if (next.is(TroubleTypes.CUT)) {
            return last.is(TroubleTypes.HEAD) && !TroubleTypes.isWarning(last.text());
        }
        return !next.is(TroubleTypes.HEAD)
                || last.is(TroubleTypes.CUT)
                || TroubleTypes.isWarning(next.text())
                        && (last.is(TroubleTypes.MESSAGE)
                                || last.is(TroubleTypes.HEAD) && !TroubleTypes.isWarning(last.text()))
                || (next.text().startsWith(TroubleTypes.PANIC_ON_WARN)
                                || next.text().startsWith(TroubleTypes.ASSERTION))
                        && TroubleTypes.isWarning(last.text());
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            var line = lines.next();
            if (line.equals(TroubleTypes.CUT_TEXT)) {
                draft.warning = new Warning(draft.warning == null ? null : draft.warning.message(), false, null, null);
            } else if (TroubleTypes.isWarning(line) && WARNING.matches(line)) {
                draft.warning = warning(line, draft);
                draft.headline = line;
            } else if (draft.headline == null
                    && !(draft.warning != null && draft.warning.message() == null)
                    && !line.startsWith(TroubleTypes.ASSERTION)) {
                draft.headline = line;
            } else {
                detail(line, draft);
            }
        }
    }

    private static void detail(String line, Draft draft) {
        SystemLines.readTaintFirst(line, draft.system);
        var warning = draft.warning;
        var hasMessage = warning == null ? draft.headline != null : warning.message() != null;
        if (hasMessage || TroubleTypes.isDetail(line) || line.startsWith(TroubleTypes.PANIC_ON_WARN)) {
            draft.notes.add(line);
        } else {
            draft.warning = warning == null
                    ? new Warning(line, false, null, null)
                    : new Warning(
                            line, draft.headline != null && TroubleTypes.isWarning(draft.headline), warning.at(), null);
        }
    }

    private static Warning warning(String line, Draft draft) {
        var match = WARNING.matcher(line);
        match.matches();
        if (draft.headline != null) {
            draft.before.add(draft.headline);
        }
        return new Warning(
                draft.warning == null ? null : draft.warning.message(),
                false,
                place(match.group("place"), match.group("symbol")),
                null);
    }

    /** The place of a warning: 4.4 has parentheses after the symbol, 6.19 a comma. */
    private static StackFrame place(String place, String symbol) {
        var frame = symbol == null ? null : Symbol.parse(symbol.replaceAll("(?:\\(\\)|,)$", ""));
        if (place == null) {
            return frame == null ? null : frame.build();
        }
        frame = frame == null ? new FrameDraft() : frame;
        frame.file = place.substring(0, place.lastIndexOf(':'));
        frame.line = Hex.number(place.substring(place.lastIndexOf(':') + 1));
        return frame.build();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        facts.before().forEach(out::line);
        var warning = facts.warning();
        var early = Dialect.of(report).printsMessageFirst();
        if (warning != null && early) {
            writeMessage(warning, false, out);
        }
        if (warning != null) {
            out.line(TroubleTypes.CUT_TEXT);
        }
        if (warning != null && !early) {
            writeMessage(warning, false, out);
        }
        if (!HeldLockList.declaresLocks(report.headline()) && !report.headline().startsWith("Showing all locks")) {
            out.line(report.headline());
        }
        if (warning != null) {
            writeMessage(warning, true, out);
        }
        facts.notes().stream().filter(note -> !BlockerLine.matches(note)).forEach(note -> out.line(indent(note), note));
    }

    private static void writeMessage(Warning warning, boolean last, KernelText out) {
        if (warning.message() != null && warning.messageLast() == last) {
            out.line(warning.message());
        }
    }

    /** The kernel indents the second line of a hung task and of a leaking workqueue. */
    private static int indent(String note) {
        return note.startsWith("Tainted: ") || note.startsWith("Not tainted ")
                ? 6
                : note.startsWith("last function:") || note.startsWith("preempt=") ? 5 : 0;
    }
}
