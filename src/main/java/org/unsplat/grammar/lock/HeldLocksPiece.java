package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.RulerType;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/**
 * The locks held by a task, outermost first ({@code lockdep_print_held_locks}).
 * <pre>
 * 1 lock held by insmod/44:
 *  #0: ffffffffa00047b8 (lkt_ra){+.+.}-{2:2}, at: lkt_wait_raw_spin+0xc/0x40 [lkt]
 * no locks held by insmod/45.
 * locks held by insmod/44: 1, last CPU#0:                 7.2 and later
 * INFO: lockdep is turned off.                            debug_show_held_locks
 *
 * list = header { " #" index ": " lock } | "no locks held by " task "." | "INFO: lockdep is turned off."
 * </pre>
 * From 4.18 to 7.1 a task that runs on another CPU has a header without locks.
 */
public final class HeldLocksPiece extends Piece {

    public static final String OFF_TEXT = "INFO: lockdep is turned off.";
    private static final String ALL_TEXT = "Showing all locks held in the system:";
    private static final List<String> STARTS =
            List.of("no locks held by ", "0", "locks held by ", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** {@code 1 lock held by insmod/44:} and the other forms, also of an empty list. */
    public static final LineType<Matcher> HEADER = new LineType<>("header of a list of held locks", STARTS) {
        @Override
        public Matcher read(String text) {
            return text.contains("held by ") ? match(text) : null;
        }

        @Override
        public boolean isCut(String text) {
            return isHeaderCut(text + ' ');
        }
    };

    /** {@code #0: ffffffffa00047b8 (lkt_ra){+.+.}-{2:2}, at: lkt_wait_raw_spin+0xc/0x40 [lkt]}. */
    public static final LineType<Lock> ENTRY = new LockType("held lock", "#");

    public static final LineType<String> TURNED_OFF = LineType.words("line that says that lockdep is off", OFF_TEXT);
    public static final LineType<String> ALL = LineType.words("header of all locks in the system", ALL_TEXT);
    /** The lines of the list of one task. */
    public static final List<LineType<?>> TYPES = List.of(HEADER, ENTRY, TURNED_OFF);

    private static final Regex COUNTED = new Regex("(?d)(?<n>\\d{1,9}) locks? held by (?<comm>.*)/(?<pid>-?\\d{1,9}):");
    private static final Regex NEW_HEADER = new Regex(
            "(?d)locks held by (?<comm>.*)/(?<pid>-?\\d{1,9}): (?<n>\\d{1,9}), (?<word>last|on) CPU#(?<cpu>\\d{1,9}):?");
    private static final Regex NONE = new Regex("(?d)no locks held by (?<comm>.*)/(?<pid>-?\\d{1,9})\\.");

    private final boolean ofAllTasks;
    private final boolean closes;

    /** The list of the task that the report is about. */
    public HeldLocksPiece() {
        this(false, false);
    }

    private HeldLocksPiece(boolean ofAllTasks, boolean closes) {
        super(
                "list of held locks",
                ofAllTasks ? List.of(HEADER, TURNED_OFF, ALL) : List.of(HEADER, TURNED_OFF),
                ofAllTasks ? List.of(HEADER, TURNED_OFF, ALL, ENTRY, BannerPiece.LIST_RULER) : List.of(ENTRY));
        this.ofAllTasks = ofAllTasks;
        this.closes = closes;
    }

    /** Any number of lists of any tasks; the ruler after the list of all tasks ends the report. */
    public static HeldLocksPiece ofAllTasks() {
        return new HeldLocksPiece(true, true);
    }

    /** The list of the task that the report is about, and then those of all tasks. */
    public static HeldLocksPiece ofOneThenAll() {
        return new HeldLocksPiece(true, false);
    }

    /** Whether reports of the kind list the locks of no other task than the one that prints them. */
    public static boolean isOfOneTask(ReportKind kind) {
        for (var piece : kind.pieces()) {
            if (piece instanceof HeldLocksPiece held) {
                return !held.ofAllTasks;
            }
        }
        return false;
    }

    @Override
    public boolean repeats() {
        return ofAllTasks;
    }

    /** The beginnings of the headers of lists with at least one lock. */
    public static final List<String> HEADER_STARTS = STARTS.subList(2, STARTS.size());

    private static Matcher match(String text) {
        var match = (text.startsWith("no ") ? NONE : text.startsWith("locks ") ? NEW_HEADER : COUNTED).matcher(text);
        return match.matches() ? match : null;
    }

    private static boolean isHeaderCut(String text) {
        return text.startsWith("no locks held by ")
                || text.startsWith("locks held by ")
                || Character.isDigit(text.charAt(0))
                        && (text.contains(" lock held by ") || text.contains(" locks held by "));
    }

    /** Whether the line is the header of a list with at least one lock. */
    public static boolean declaresLocks(String text) {
        return !text.isEmpty() && isHeaderCut(text) && !text.startsWith("no ") && !text.contains(": 0, ");
    }

    @Override
    public boolean endsReport(TypedLine line) {
        return closes && line.is(BannerPiece.LIST_RULER);
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        while (!lines.atEnd()) {
            var list = read(lines, builder, ofAllTasks && builder.allTasks);
            if (list != null) {
                builder.held.add(list);
            } else if (lines.accept(TURNED_OFF) != null) {
                builder.turnedOff = true;
            } else if (lines.accept(ALL) != null) {
                builder.allTasks = true;
            } else if (lines.accept(BannerPiece.LIST_RULER) == null) {
                break;
            }
        }
    }

    /** Reads one list. Among the lists of all tasks a header may have no locks, unless its task is blocked. */
    public static HeldLocks read(Cursor lines, ReportBuilder builder, boolean mayBeEmpty) {
        var line = lines.number();
        var isNew = lines.text().startsWith("locks ");
        var isNone = lines.text().startsWith("no ");
        var header = lines.accept(HEADER);
        if (header == null) {
            return null;
        }
        var list = new HeldLocks(
                new Task(header.group("comm"), Numbers.parseInt(header.group("pid")), null),
                isNone ? 0 : Numbers.parseInt(header.group("n")),
                isNew ? Numbers.parseInt(header.group("cpu")) : null,
                isNew ? header.group("word") : null,
                readEntries(lines));
        var found = list.locks().size();
        if (found != list.declared() && !(mayBeEmpty && found == 0 && !isBlocked(list.task(), builder))) {
            builder.problem(
                    Problem.Code.COUNT_MISMATCH,
                    line,
                    "expected " + list.declared() + " held locks, as the header says, found " + found);
        }
        return list;
    }

    /** Whether the task is blocked, and so not running on another CPU. */
    private static boolean isBlocked(Task task, ReportBuilder builder) {
        return builder.blocked.stream().anyMatch(blocked -> blocked.task().equals(task));
    }

    private static List<Lock> readEntries(Cursor lines) {
        var locks = new ArrayList<Lock>();
        while (!lines.atEnd() && lines.line().type() == ENTRY) {
            if (lines.isAt(ENTRY)) {
                locks.add(LockLine.read(lines, ENTRY));
            } else {
                lines.skip();
            }
        }
        return List.copyOf(locks);
    }

    @Override
    public boolean isIn(ReportBuilder builder) {
        return builder.turnedOff || !builder.held.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        var held = facts.held();
        var alone = !ofAllTasks || !closes && facts.allTasks() ? Math.min(1, held.size()) : 0;
        held.subList(0, alone).forEach(list -> write(list, out));
        if (ofAllTasks && facts.allTasks()) {
            out.blank().line(ALL_TEXT);
        }
        held.subList(alone, ofAllTasks ? held.size() : alone).forEach(list -> write(list, out));
        if (facts.turnedOff() && (ofAllTasks || held.isEmpty())) {
            out.line(OFF_TEXT);
        }
        if (ofAllTasks && facts.allTasks()) {
            out.blank().ruler("=", RulerType.LIST).blank();
        }
    }

    /** Writes what follows the trace: further lists, and the line that lockdep is off by then. */
    public static void writeTrailing(Report report, KernelText out) {
        var held = report.lockdep().held();
        held.stream().skip(1).forEach(list -> write(list, out));
        if (report.lockdep().turnedOff() && !held.isEmpty()) {
            out.line(OFF_TEXT);
        }
    }

    public static void write(HeldLocks list, KernelText out) {
        var task = list.task().name();
        if (list.cpuWord() != null) {
            out.line("locks held by " + task + ": " + list.declared() + ", " + list.cpuWord() + " CPU#" + list.cpu()
                    + (list.declared() > 0 ? ":" : ""));
        } else {
            out.line(
                    list.declared() == 0
                            ? "no locks held by " + task + "."
                            : list.declared() + (list.declared() == 1 ? " lock" : " locks") + " held by " + task + ":");
        }
        list.locks().forEach(lock -> LockLine.write(lock, " #" + lock.index() + ": ", out));
    }
}
