package org.unsplat.grammar;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
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
public final class TroubleLines implements Piece {

    public static final String CUT_TEXT = "------------[ cut here ]------------";
    private static final String ASSERTION = "DEBUG_LOCKS_WARN_ON(";
    private static final String PANIC_ON_WARN = "Kernel panic - not syncing: panic_on_warn";
    private static final List<String> HEADS = List.of(
            "BUG: ",
            "WARNING: ",
            "INFO: task ",
            "INFO: rcu",
            "rcu: INFO: ",
            "watchdog: BUG: ",
            "sysrq: Show Locks Held",
            "SysRq : Show Locks Held",
            "sysrq: SysRq : Show Locks Held",
            "Showing all locks held in the system:",
            ASSERTION,
            "Kernel panic - not syncing",
            "INFO: suspicious");
    private static final Map<String, String> ENDS = Map.of(
            "BUG: sleeping function",
            " context at ",
            "in_atomic(): ",
            ", name: ",
            "INFO: task ",
            " seconds.",
            "\"echo 0 > ",
            " disables this message.",
            "WARNING: CPU: ",
            " at ",
            "task:",
            " flags:");
    private static final Regex DETAILS = new Regex("(?d)in_atomic\\(\\): .*|preempt_count: .*|RCU nest depth: .*"
            + "|\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\".*|task:.* state:.*|last function: .*|preempt=0x.*"
            + "|(?:Not tainted +|Tainted: [A-Za-z -]* )\\S+ #\\S+"
            + "|rcu:\\s+(?!INFO:).*|\\(detected by .*|Tasks blocked on level-.*|Blocked by coredump\\.");
    private static final Regex OLD_TASK =
            new Regex("(?d)\\S.* [A-Z](?: [0-9a-f]{8,16} )? *\\d+ +\\d+ +\\d+ 0x[0-9a-f]{8}");
    /** Of the flags at the end of an old task line, the blank before them included. */
    private static final int WORD_WIDTH = 11;

    private static final Regex PLACE_END = new Regex(" at(?: \\S+:\\d+)?$");
    private static final Regex WARNING = new Regex("(?d)WARNING: (?:CPU: \\d+ PID: \\d+ )?(?:at )?"
            + "(?<place>(?:\\S+\\.\\w{1,2}):\\d{1,9})? ?(?:at )?(?<symbol>\\S+)?(?<rest>.*)");

    /** The first line of trouble of whatever kind. */
    public static final LineType<String> HEAD = new LineType<>("head of trouble", HEADS) {
        @Override
        public String read(String text) {
            return startsWithHead(text) && !BlockerLine.matches(text) && !lacksEnd(text) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            return startsWithHead(text) && lacksEnd(text);
        }

        @Override
        public boolean mayBecome(LineType<?> other) {
            return other instanceof Headlines;
        }

        @Override
        public boolean isStrict() {
            return false;
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return isWarning(text) && PLACE_END.matcher(text).find() && tail.contains("+0x");
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == FrameLine.TYPE;
        }

        @Override
        public boolean isDistinctive() {
            return false;
        }
    };

    public static final LineType<String> CUT = LineType.words("line that cuts", CUT_TEXT);

    /** What else the kernel says of the trouble. */
    private static final LineType<String> DETAIL = new LineType<>("detail of trouble", List.of()) {
        @Override
        public String read(String text) {
            return isDetail(text) && !lacksEnd(text) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            return lacksEnd(text) && isDetail(text);
        }

        @Override
        public boolean isDistinctive() {
            return false;
        }
    };

    /** What WARN() says, in any words: before its head, or, on arm and in 4.4 and 4.9, after it. */
    private static final LineType<String> MESSAGE = new ContextType<>("message of a warning") {
        @Override
        public String read(String text) {
            return text;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return !next.afterBlank()
                    && (last.line().time() == null || next.line().time() != null)
                    && (last.is(CUT) || last.is(HEAD) && (isWarning(last.text()) || last.text().startsWith(ASSERTION)));
        }
    };

    @Override
    public String name() {
        return "line that led to the held locks";
    }

    /** What the lines of {@link #isHead} begin with. */
    public static List<String> starts() {
        return Stream.of(HEADS, List.of(CUT_TEXT), HeldLockList.HEADER_STARTS)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether trouble begins with this line, of whatever kind. */
    public static boolean isHead(String line) {
        return line.equals(CUT_TEXT) || startsWithHead(line) && !BlockerLine.matches(line) || HeldLockList.declaresLocks(line);
    }

    private static boolean startsWithHead(String line) {
        for (var head : HEADS) {
            if (line.startsWith(head)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<LineType<?>> opening() {
        return List.of();
    }

    @Override
    public List<LineType<?>> following() {
        return List.of(HEAD, CUT, DETAIL, MESSAGE);
    }

    /** A head goes on only with what led to it: the line that cuts, a message, a panic. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        if (next.is(CUT)) {
            return last.is(HEAD) && !isWarning(last.text());
        }
        return !next.is(HEAD)
                || last.is(CUT)
                || last.is(MESSAGE)
                || isWarning(next.text()) && last.is(HEAD) && !isWarning(last.text())
                || (next.text().startsWith(PANIC_ON_WARN) || next.text().startsWith(ASSERTION)) && isWarning(last.text());
    }

    private static boolean isWarning(String line) {
        return line.startsWith("WARNING: ");
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            var line = lines.next();
            if (line.equals(CUT_TEXT)) {
                draft.warning = new Warning(draft.warning == null ? null : draft.warning.message(), false, null, null);
            } else if (isWarning(line) && WARNING.matches(line)) {
                draft.warning = warning(line, draft);
                draft.headline = line;
            } else if (draft.headline == null
                    && !(draft.warning != null && draft.warning.message() == null)
                    && !line.startsWith(ASSERTION)) {
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
        if (hasMessage || isDetail(line) || line.startsWith(PANIC_ON_WARN)) {
            draft.notes.add(line);
        } else {
            draft.warning = warning == null
                    ? new Warning(line, false, null, null)
                    : new Warning(line, draft.headline != null && isWarning(draft.headline), warning.at(), null);
        }
    }

    /** Whether the line lacks its end, of those lines of which the end is known. */
    private static boolean lacksEnd(String line) {
        for (var end : ENDS.entrySet()) {
            if (line.startsWith(end.getKey()) && !line.contains(end.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDetail(String line) {
        return DETAILS.matches(line) || line.lastIndexOf(" 0x") == line.length() - WORD_WIDTH && OLD_TASK.matches(line);
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
            out.line(CUT_TEXT);
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
