package org.unsplat.grammar.oops;

import java.util.List;
import java.util.Map;
import org.unsplat.classify.ContextType;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.HeadlineType;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;

/** The types of the lines that {@link OopsHeaderPiece} reads. */
final class OopsHeaderTypes {

    static final String CUT_TEXT = "------------[ cut here ]------------";
    static final String PANIC_ON_WARN = "Kernel panic - not syncing: panic_on_warn";
    /** {@code check_flags} prints this after its check, without a newline in between. */
    static final String REASON = "possible reason: ";
    /** Printed before the head of the warning; the message of the check of a lock key is between the two. */
    static final String KEY = "BUG: key ";

    static final List<String> HEADS = TypeLists.joined(
            AssertionText.CHECKS,
            AssertionText.CONDITIONS,
            AssertionText.SENTENCES,
            List.of(
                    "BUG: ",
                    "WARNING: ",
                    "INFO: rcu",
                    "rcu: INFO: ",
                    "watchdog: BUG: ",
                    "sysrq: Show Locks Held",
                    "SysRq : Show Locks Held",
                    "sysrq: SysRq : Show Locks Held",
                    "Showing all locks held in the system:",
                    "Kernel panic - not syncing",
                    "INFO: suspicious",
                    // Without its ruler, the ident line below shows it
                    "DEPT: "));
    /** The beginnings of other lines that a problem may begin with. */
    static final List<String> OTHERS = List.of(CUT_TEXT, SleeperHead.BELOW);

    private static final Map<String, String> ENDS = Map.ofEntries(
            Map.entry("BUG: sleeping function", " called from invalid context at "),
            Map.entry("BUG: scheduling", " while atomic: "),
            Map.entry("in_atomic(): ", ", name: "),
            Map.entry("\"echo 0 > ", " disables this message."),
            Map.entry("WARNING: CPU: ", " at "),
            Map.entry("task:", " flags:"),
            Map.entry("preempt=0x", " workfn="),
            Map.entry("DEBUG_RWSEMS_WARN_ON(", " empty"));
    /** The first characters of the lines that {@link #DETAILS} matches. */
    private static final String DETAIL_STARTS = "ipR\"tlNTr(B";

    private static final Regex DETAILS = new Regex("(?d)in_atomic\\(\\): .*|preempt_count: .*|RCU nest depth: .*"
            + "|\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\".*|task:.* state:.*|last function: .*|preempt=0x.*"
            + "|(?:Not tainted +|Tainted: [A-Za-z -]* )\\w\\S* #\\S+"
            + "|rcu:\\s+(?!INFO:).*|\\(detected by .*|Tasks blocked on level-.*|Blocked by coredump\\.");
    private static final Regex OLD_TASK =
            new Regex("(?d)\\S.* [A-Z](?: [0-9a-f]{8,16} )? *\\d+ +\\d+ +\\d+ 0x[0-9a-f]{8}");
    private static final Regex OLD_TASK_CUT = new Regex("\\S{1,15} +[DRS](?: [0-9a-f]{8,16})? +\\d+ +\\d+ +\\d+");
    private static final Regex TAINT_CUT = new Regex("(?:Not tainted|Tainted: [A-Z -]*)(?: \\S+)?");
    /** The task that hogs a CPU. */
    private static final Regex STUCK = new Regex("(?d)\\[\\S.*:\\d+\\]");
    /** A task that blocks a grace period. */
    private static final Regex BLOCKING = new Regex("(?d)P\\d+.*");
    /** The worker whose function left a lock behind. */
    private static final Regex LEAKER = new Regex("(?d)\\S.*(?:/0x[0-9a-f]{8}/|\\[)\\d+\\]?");
    /** The width of the flags at the end of an old task line, with the blank before them. */
    private static final int WORD_WIDTH = 11;

    private static final Regex PLACE_END = new Regex(" at(?: \\S+:\\d+)?$");
    private static final Regex PLACED = new Regex(" at \\S.*\\.(?:[chS]|rs):\\d+$");
    private static final Regex WARNED = new Regex(
            "(?:^WARNING: (?:CPU: \\d+ PID: -?\\d+ )?at (?:[^\\s:]+:-?\\d+ )?|\\d at )(?:[^\\s+/]+\\+0x[0-9a-f]+/0x[0-9a-f]+"
                    + "(?: \\[[\\w-]+\\])?(?:\\(\\))?(?: [^\\s:]+:-?\\d+)?|[^\\s+]+ [^\\s:]+:-?\\d+ \\[inline\\])(?:$|, CPU#\\d+: .*/\\d+$)");
    /** The first line of a problem of any kind. */
    static final LineType<String> HEAD = new LineType<>("head of trouble", HEADS) {
        @Override
        public String read(String text) {
            return startsWithHead(text) && !text.startsWith("BUG: KCSAN: ") && !lacksEnd(text) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            return startsWithHead(text) && lacksEnd(text);
        }

        @Override
        public boolean mayBecome(LineType<?> other) {
            return other instanceof HeadlineType;
        }

        @Override
        public boolean isDoubtful(String text, String same) {
            return (text.startsWith("BUG: sleeping") || isWarning(text)) && !isStrict(text);
        }

        @Override
        public boolean isStrict(String text) {
            return isWarning(text)
                    ? (text.contains("+0x") || text.contains(" [inline]"))
                            && WARNED.matcher(text).find()
                    : text.contains(" at ") && PLACED.matcher(text).find();
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return text.endsWith("!") && text.contains("BUG: soft lockup ") && STUCK.matches(tail)
                    || text.endsWith(":") && text.startsWith("BUG: workqueue leaked ") && LEAKER.matches(tail)
                    || isWarning(text)
                            && (PLACE_END.matcher(text).find() && tail.contains("+0x")
                                    || FrameLine.TYPE.goesOn(text, tail));
        }

        @Override
        public boolean endsWith(LineType<?> other) {
            return other == FrameLine.TYPE;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    static final LineType<String> CUT = LineType.words("line that cuts", CUT_TEXT);

    /** Further lines about the problem. */
    static final LineType<String> DETAIL = new LineType<>("detail of trouble", List.of()) {
        @Override
        public String read(String text) {
            return isDetail(text) && !lacksEnd(text) ? text : null;
        }

        @Override
        public boolean isCut(String text) {
            return isDetail(text) && lacksEnd(text) || text.contains("ainted") && TAINT_CUT.matches(text);
        }

        /** The flags of an old task line look like an address, and a release like the beginning of an ident line. */
        @Override
        public boolean endsWith(LineType<?> other) {
            return other == FrameLine.TYPE || other == SystemLines.IDENT;
        }

        @Override
        public boolean mayBeCut(String text) {
            return Character.isDigit(text.charAt(text.length() - 1)) && OLD_TASK_CUT.matches(text);
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return (text.startsWith("preempt=0x") || text.startsWith("last function: "))
                            && FrameLine.TYPE.goesOn(text, tail)
                    || text.endsWith("):") && text.contains("Tasks blocked on ") && BLOCKING.matches(tail);
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    /** The message of WARN(), which is any text: before its head, or after it on arm and in 4.4 and 4.9. */
    static final LineType<String> MESSAGE = new ContextType<>("message of a warning") {
        @Override
        public String read(String text) {
            return text;
        }

        @Override
        public boolean follows(TypedLine last, TypedLine next) {
            return !next.afterBlank()
                    && (last.line().time() == null || next.line().time() != null)
                    && (last.is(CUT)
                            || last.is(HEAD)
                                    && (isWarning(last.text())
                                            || AssertionText.begins(last.text())
                                                    && next.text().startsWith(REASON)));
        }
    };

    private OopsHeaderTypes() {}

    static boolean startsWithHead(String line) {
        for (var head : HEADS) {
            if (line.startsWith(head)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a problem of any kind may begin with this line. */
    static boolean beginsTrouble(String line) {
        return line.equals(CUT_TEXT) || startsWithHead(line) || SleeperHead.isLost(line);
    }

    static boolean isWarning(String line) {
        return line.startsWith("WARNING: ");
    }

    /** Whether the end of the line is missing; only known for lines with a fixed end. */
    static boolean lacksEnd(String line) {
        for (var end : ENDS.entrySet()) {
            if (line.startsWith(end.getKey()) && !line.contains(end.getValue())) {
                return true;
            }
        }
        if (line.contains("(detected by ") && line.indexOf(')') < 0) {
            return true;
        }
        return AssertionText.isCut(line) || AssertionText.lacksPlace(line);
    }

    static boolean isDetail(String line) {
        return DETAIL_STARTS.indexOf(line.charAt(0)) >= 0 && DETAILS.matches(line) || isOldTask(line);
    }

    /** Whether the hung task detector prints a detail, and not another one of the kernel's. */
    static boolean isOfHungTask(String detail) {
        return indent(detail) == 6 || detail.startsWith("\"echo 0 > ") || namesTask(detail);
    }

    /** Whether a detail names a task and its state. */
    static boolean namesTask(String line) {
        return line.startsWith("task:") || isOldTask(line);
    }

    private static boolean isOldTask(String line) {
        return line.lastIndexOf(" 0x") == line.length() - WORD_WIDTH && OLD_TASK.matches(line);
    }

    /** The kernel indents the second line about a hung task and about a leaking workqueue. */
    static int indent(String note) {
        return note.startsWith("Tainted: ") || note.startsWith("Not tainted ") || note.startsWith("Blocked by ")
                ? 6
                : note.startsWith("last function:") || note.startsWith("preempt=") ? 5 : 0;
    }
}
