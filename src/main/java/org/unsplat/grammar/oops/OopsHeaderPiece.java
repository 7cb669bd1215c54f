package org.unsplat.grammar.oops;

import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.stack.FrameBuilder;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Warning;

/**
 * The problem that led to a list of held locks or to a warning of lockdep: the kernel's line and the lines of detail below.
 * <pre>
 * BUG: sleeping function called from invalid context at include/linux/sched/mm.h:321
 * in_atomic(): 0, irqs_disabled(): 1, non_block: 0, pid: 1, name: init
 *
 * ------------[ cut here ]------------
 * DEBUG_LOCKS_WARN_ON(1)
 * WARNING: CPU: 0 PID: 42 at kernel/locking/lockdep.c:4976 lockdep_init_map_type+0x150/0x220
 * </pre>
 */
public final class OopsHeaderPiece extends Piece {

    private static final Regex WARNING = new Regex(
            "(?d)WARNING: (?:CPU: \\d+ PID: \\d+ )?(?:at )?"
                    + "(?<place>(?:\\S+\\.\\w{1,2}):\\d{1,9})? ?(?:at )?(?<symbol>\\S+(?: \\[[\\w-]+(?: [0-9a-f]+)?\\])?)?(?<rest>.*)");

    /** The largest number of foreign lines between the "cut here" line and the head of one warning. */
    private static final int MOST_BETWEEN = 40;

    public OopsHeaderPiece() {
        super(
                "line that led to the held locks",
                List.of(),
                List.of(OopsHeaderTypes.HEAD, OopsHeaderTypes.CUT, OopsHeaderTypes.DETAIL, OopsHeaderTypes.MESSAGE));
    }

    /** The beginnings of the lines that {@link #isHead} accepts. */
    public static List<String> starts() {
        return TypeLists.joined(OopsHeaderTypes.HEADS, OopsHeaderTypes.OTHERS, HeldLocksPiece.HEADER_STARTS);
    }

    /** Whether a problem of any kind may begin with this line. */
    public static boolean isHead(String line) {
        return OopsHeaderTypes.beginsTrouble(line) || HeldLocksPiece.declaresLocks(line);
    }

    /** Whether the line begins a problem for which the kernel prints a dump. Drivers also begin lines with WARNING, without one. */
    public static boolean opensDump(TypedLine line) {
        return line.is(CrashLine.TYPE)
                || line.is(HungTaskPiece.HEAD)
                || line.is(OopsHeaderTypes.HEAD)
                        && (!OopsHeaderTypes.isWarning(line.text()) || OopsHeaderTypes.HEAD.isStrict(line.text()));
    }

    /** Whether the line is the head of a WARN splat. */
    public static boolean isWarning(TypedLine line) {
        return line.is(OopsHeaderTypes.HEAD) && OopsHeaderTypes.isWarning(line.text());
    }

    /** Whether the line was read as the message of a warning, which is any text. */
    public static boolean isMessage(TypedLine line) {
        return line.is(OopsHeaderTypes.MESSAGE);
    }

    /** Whether a CPU prints this head of a warning for the task that printed the last line. */
    public static boolean isHeadFromTrap(TypedLine last, TypedLine next) {
        var task = last.line().caller();
        var cpu = next.line().caller();
        if (!isWarning(next) || task == null || cpu == null || task.charAt(0) != 'T' || cpu.charAt(0) != 'C') {
            return false;
        }
        var text = next.text();
        return text.startsWith("WARNING: CPU: " + cpu.substring(1) + " PID: " + task.substring(1) + " ")
                || text.contains(", CPU#" + cpu.substring(1) + ": ") && text.endsWith("/" + task.substring(1));
    }

    /** Before a head there may only be lines that lead to it: the "cut here" line, a panic, the message of a warning. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        if ((next.is(OopsHeaderTypes.CUT) || next.is(OopsHeaderTypes.HEAD))
                && next.line().number() - last.lastNumber() > MOST_BETWEEN) {
            return false;
        }
        if (next.is(OopsHeaderTypes.CUT)) {
            return last.is(OopsHeaderTypes.HEAD) && !OopsHeaderTypes.isWarning(last.text());
        }
        return !next.is(OopsHeaderTypes.HEAD)
                || last.is(OopsHeaderTypes.CUT)
                || OopsHeaderTypes.isWarning(next.text())
                        && (last.is(OopsHeaderTypes.MESSAGE)
                                || last.is(OopsHeaderTypes.HEAD) && !OopsHeaderTypes.isWarning(last.text()))
                || next.text().startsWith(OopsHeaderTypes.PANIC_ON_WARN) && OopsHeaderTypes.isWarning(last.text())
                || AssertionText.begins(next.text()) && last.is(OopsHeaderTypes.HEAD) && mayPrecedeMessage(last.text());
    }

    private static boolean mayPrecedeMessage(String head) {
        return OopsHeaderTypes.isWarning(head) || head.startsWith(OopsHeaderTypes.KEY);
    }

    /** A check belongs to the next head, unless another message comes first: then the head belongs to that one. */
    private static boolean beginsOther(Cursor lines, ReportBuilder builder, boolean wasCut) {
        var warning = builder.warning;
        if (warning == null
                || warning.at() != null
                || warning.message() == null
                || !AssertionText.begins(warning.message())
                || builder.headline != null && OopsHeaderTypes.isWarning(builder.headline)) {
            return false;
        }
        var text = lines.text();
        return wasCut && text.equals(OopsHeaderTypes.CUT_TEXT)
                || lines.isAt(OopsHeaderTypes.MESSAGE)
                        && !text.startsWith(OopsHeaderTypes.REASON)
                        && !AssertionText.begins(text);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var isOther = false;
        var wasCut = false;
        while (!lines.atEnd()) {
            isOther |= beginsOther(lines, builder, wasCut);
            wasCut |= lines.text().equals(OopsHeaderTypes.CUT_TEXT);
            if (isOther) {
                lines.skip();
                continue;
            }
            builder.isPrinted |=
                    lines.line().line().time() != null || lines.text().equals(OopsHeaderTypes.CUT_TEXT);
            var line = lines.next();
            if (line.equals(OopsHeaderTypes.CUT_TEXT)) {
                builder.warning =
                        new Warning(builder.warning == null ? null : builder.warning.message(), false, null, null);
            } else if (OopsHeaderTypes.isWarning(line)) {
                builder.warning = warning(line, builder);
                builder.headline = line;
            } else if (builder.headline == null
                    && !(builder.warning != null && builder.warning.message() == null)
                    && !AssertionText.begins(line)) {
                builder.headline = line;
            } else {
                detail(line, builder);
            }
        }
    }

    private static void detail(String line, ReportBuilder builder) {
        SystemLines.readTaintFirst(line, builder.system);
        var warning = builder.warning;
        var hasMessage =
                warning == null ? builder.headline != null && !AssertionText.begins(line) : warning.message() != null;
        if (hasMessage || OopsHeaderTypes.isDetail(line) || line.startsWith(OopsHeaderTypes.PANIC_ON_WARN)) {
            builder.notes.add(line);
        } else {
            builder.warning = warning == null
                    ? new Warning(line, false, null, null)
                    : new Warning(
                            line,
                            builder.headline != null && OopsHeaderTypes.isWarning(builder.headline),
                            warning.at(),
                            null);
        }
    }

    private static Warning warning(String line, ReportBuilder builder) {
        var match = WARNING.matcher(AssertionText.withoutCondition(line));
        match.matches();
        if (builder.headline != null) {
            builder.before.add(builder.headline);
        }
        return new Warning(
                builder.warning == null ? null : builder.warning.message(),
                false,
                place(match.group("place"), match.group("symbol")),
                null);
    }

    /** The place of a warning. 4.4 prints parentheses after the symbol, 6.19 a comma. */
    private static StackFrame place(String place, String symbol) {
        var name = symbol == null ? null : symbol.replaceAll("(?:\\(\\)|,)$", "");
        if (place == null) {
            var alone = name == null ? null : Symbol.parse(name);
            return alone == null ? null : alone.build();
        }
        var frame = name == null ? null : Symbol.parseTrimmed(name);
        frame = frame == null ? new FrameBuilder() : frame;
        frame.file = place.substring(0, place.lastIndexOf(':'));
        frame.line = Numbers.parseInt(place.substring(place.lastIndexOf(':') + 1));
        return frame.build();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        facts.before().forEach(out::line);
        var warning = facts.warning();
        var early = KernelFormat.of(report).printsMessageFirst();
        var hasHead = hasHead(report);
        if (hasHead && !OopsHeaderTypes.isWarning(report.headline())) {
            out.line(report.headline());
        }
        if (warning != null && early) {
            writeMessage(warning, false, out);
        }
        if (warning != null) {
            out.line(OopsHeaderTypes.CUT_TEXT);
        }
        if (warning != null && !early) {
            writeMessage(warning, false, out);
        }
        if (hasHead && OopsHeaderTypes.isWarning(report.headline())) {
            out.line(report.headline());
        }
        if (warning != null) {
            writeMessage(warning, true, out);
        }
        facts.notes().forEach(note -> out.line(OopsHeaderTypes.indent(note), note));
    }

    /** Whether the headline is not written by another part: it is neither the message of a warning nor the head of a list. */
    private static boolean hasHead(Report report) {
        var warning = report.lockdep().warning();
        return !HeldLocksPiece.declaresLocks(report.headline())
                && !report.headline().startsWith("Showing all locks")
                && !(warning != null && report.headline().equals(warning.message()));
    }

    private static void writeMessage(Warning warning, boolean last, KernelText out) {
        if (warning.message() != null && warning.messageLast() == last) {
            out.line(warning.message());
        }
    }
}
