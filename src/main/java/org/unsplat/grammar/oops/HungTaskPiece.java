package org.unsplat.grammar.oops;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Backtrace;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.Blocker;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/**
 * The tasks that the hung task detector finds in one round ({@code check_hung_task}), each with its stack, the task that it
 * waits for, and the stack of that task.
 * <pre>
 * INFO: task lkt_a:1 blocked for more than 143 seconds.
 *       Not tainted 6.19.0 #1
 * "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
 * task:lkt_a           state:D stack:26888 pid:1     tgid:1     ppid:2      task_flags:0x208040 flags:0x00080000
 * Workqueue: events lkt_work [lkt]
 * Call Trace:
 *  __schedule+0x1190/0x5de0
 * INFO: task lkt_a:1 is blocked on a mutex likely owned by task lkt_b:2.
 * Future hung task reports are suppressed, see sysctl kernel.hung_task_warnings
 *
 * round = { head { detail } trace [ blocker [ { detail } trace ] ] } [ "Future ..." ]
 * </pre>
 */
public final class HungTaskPiece extends Piece {

    private static final String START = "INFO: task ";
    private static final String SUPPRESSED_TEXT =
            "Future hung task reports are suppressed, see sysctl kernel.hung_task_warnings";
    private static final Regex WHOLE = new Regex("(?d)INFO: task (?<comm>.{1,80}):(?<pid>\\d{1,9}) "
            + "(?<waiting>blocked(?: in [\\w /-]{1,40})?|can't die) for more than (?<seconds>\\d{1,9}) seconds\\.");

    /** {@code INFO: task lkt_a:1 blocked for more than 143 seconds.} */
    public static final LineType<Matcher> HEAD = new LineType<>("head of a hung task", List.of(START)) {
        @Override
        public Matcher read(String text) {
            var match = text.startsWith(START) && text.endsWith(" seconds.") ? WHOLE.matcher(text) : null;
            return match != null && match.matches() ? match : null;
        }

        @Override
        public boolean isCut(String text) {
            return text.startsWith(START) && !text.contains(" seconds.") && !BlockerLine.matches(text);
        }

        @Override
        public boolean mayBecome(LineType<?> other) {
            return other == BlockerLine.TYPE;
        }

        @Override
        public boolean isDistinctive(String text) {
            return false;
        }
    };

    private static final LineType<String> SUPPRESSED =
            LineType.words("line that says that no more hung tasks are reported", SUPPRESSED_TEXT);

    public HungTaskPiece() {
        super(
                "dump of a hung task",
                List.of(HEAD),
                TypeLists.joined(
                        List.of(
                                OopsHeaderTypes.DETAIL,
                                SystemLines.WORKER,
                                BacktracePiece.HEAD,
                                BlockerLine.TYPE,
                                SUPPRESSED),
                        StackTrace.LIVE));
    }

    /** Whether the line comes before the dump of a task: the headline of a hung task, or the line about a blocker. */
    public static boolean opensDump(TypedLine line) {
        return line.is(HEAD) || line.is(BlockerLine.TYPE);
    }

    /** Whether the line is about the task whose stack follows. */
    public static boolean isDetail(TypedLine line) {
        return line.is(OopsHeaderTypes.DETAIL);
    }

    /** Whether the line names a task and its state, below which its stack follows. */
    public static boolean namesTask(TypedLine line) {
        return line.is(OopsHeaderTypes.DETAIL) && OopsHeaderTypes.namesTask(line.text());
    }

    /** Whether the line names the owner of the lock that a task waits for. */
    public static boolean namesOwner(TypedLine line) {
        return line.is(BlockerLine.TYPE) && line.read(BlockerLine.TYPE).group("owner") != null;
    }

    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        return !next.is(OopsHeaderTypes.DETAIL) || OopsHeaderTypes.isOfHungTask(next.text());
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public boolean isTrace() {
        return true;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            var head = lines.peek(HEAD);
            var blocker = lines.peek(BlockerLine.TYPE);
            if (head != null) {
                builder.headline = builder.headline == null ? lines.text() : builder.headline;
                lines.next();
                var task = task(head, read(lines, builder, builder.blocked.isEmpty()));
                builder.backtrace = builder.blocked.isEmpty() ? task.stack() : builder.backtrace;
                builder.blocked.add(task);
            } else if (blocker != null) {
                var line = lines.number();
                lines.next();
                var dump = read(lines, builder, false);
                builder.blockers.add(BlockerLine.blocker(blocker, dump));
                if (dump.notes.stream().anyMatch(note -> note.startsWith("\"echo 0 > "))) {
                    builder.problem(Problem.Code.MISSING_PART, line, "expected the owner of a lock, found a hung task");
                }
            } else if (lines.accept(SUPPRESSED) != null) {
                builder.suppressed = true;
            } else {
                lines.skip();
            }
        }
    }

    /** Reads a dump. The dump of the first task also gives the kernel version and the workqueue. */
    private static Dump read(Cursor lines, ReportBuilder builder, boolean isFirst) {
        var dump = new Dump();
        while (!lines.atEnd() && !opensDump(lines.line()) && !lines.isAt(SUPPRESSED)) {
            if (!dump.hasStack() && (lines.isAt(OopsHeaderTypes.DETAIL) || lines.isAt(SystemLines.WORKER))) {
                dump.notes.add(lines.text());
                if (isFirst) {
                    SystemLines.readTaintFirst(lines.text(), builder.system);
                }
                if (!isFirst || !SystemLines.read(lines, builder.system)) {
                    lines.next();
                }
            } else if (!dump.hasStack() && lines.isAt(RegisterLines.TYPE)) {
                dump.registers.add(lines.next());
            } else if (!dump.hasStack()
                    && lines.line().isTyped()
                    && !lines.line().isCut()) {
                dump.readStack(lines, builder);
            } else {
                lines.skip();
            }
        }
        return dump;
    }

    private static BlockedTask task(Matcher head, Dump dump) {
        return new BlockedTask(
                new Task(head.group("comm"), Numbers.parseInt(head.group("pid")), null),
                head.group("waiting"),
                Numbers.parseInt(head.group("seconds")),
                List.copyOf(dump.notes),
                List.copyOf(dump.registers),
                dump.heading,
                dump.frames == null ? null : new Backtrace(dump.frames));
    }

    /** Whether each hung task has its stack, which the kernel always prints. */
    @Override
    public boolean isIn(ReportBuilder builder) {
        return !builder.blocked.isEmpty() && builder.blocked.stream().allMatch(task -> task.stack() != null);
    }

    /** Up to 4.16 the list of held locks of each task follows its stack. */
    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        var blockers = new ArrayDeque<>(facts.blockers());
        var lists = new ArrayDeque<>(facts.allTasks() ? List.<HeldLocks>of() : facts.held());
        for (var task : facts.blocked()) {
            out.line(START + task.task().comm() + ":" + task.task().pid() + " " + task.waiting() + " for more than "
                    + task.seconds() + " seconds.");
            writeDump(task.notes(), task.registers(), task.heading(), task.stack(), report, out);
            while (!blockers.isEmpty() && blockers.peek().task().equals(task.task())) {
                write(blockers.remove(), report, out);
            }
            while (!lists.isEmpty() && lists.peek().task().equals(task.task())) {
                HeldLocksPiece.write(lists.remove(), out);
            }
        }
        blockers.forEach(blocker -> write(blocker, report, out));
        if (facts.suppressed()) {
            out.line(SUPPRESSED_TEXT);
        }
        lists.forEach(list -> HeldLocksPiece.write(list, out));
    }

    private static void write(Blocker blocker, Report report, KernelText out) {
        out.line(BlockerLine.text(blocker));
        writeDump(
                blocker.ownerNotes(),
                blocker.ownerRegisters(),
                blocker.ownerHeading(),
                blocker.ownerStack(),
                report,
                out);
    }

    private static void writeDump(
            List<String> notes,
            List<String> registers,
            String heading,
            Backtrace stack,
            Report report,
            KernelText out) {
        notes.forEach(note -> out.line(OopsHeaderTypes.indent(note), note));
        RegisterLines.write(registers, out);
        if (heading != null) {
            out.line(heading);
        }
        if (stack != null) {
            StackTrace.write(stack.frames(), report.complete(), KernelFormat.of(report), out);
        }
    }
}
