package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/**
 * The locks that a task holds, outermost first ({@code lockdep_print_held_locks}).
 * <pre>
 * 1 lock held by insmod/44:
 *  #0: ffffffffa00047b8 (lkt_ra){+.+.}-{2:2}, at: lkt_wait_raw_spin+0xc/0x40 [lkt]
 * no locks held by insmod/45.
 * locks held by insmod/44: 1, last CPU#0:                 7.2 and later
 * INFO: lockdep is turned off.                            debug_show_held_locks
 *
 * list = header { " #" index ": " lock } | "no locks held by " task "." | "INFO: lockdep is turned off."
 * </pre>
 * From 4.18 on a task that runs on another cpu has a header without locks.
 */
public final class HeldLockList implements Piece {

    public static final String TURNED_OFF = "INFO: lockdep is turned off.";
    private static final String ALL = "Showing all locks held in the system:";
    private static final int END_OF_ALL = 45;
    private static final Regex HEADER = new Regex("(?d)(?<n>\\d{1,9}) locks? held by (?<comm>.*)/(?<pid>-?\\d{1,9}):");
    private static final Regex NEW_HEADER = new Regex(
            "(?d)locks held by (?<comm>.*)/(?<pid>-?\\d{1,9}): (?<n>\\d{1,9}), (?<word>last|on) CPU#(?<cpu>\\d{1,9}):?");
    private static final Regex NONE = new Regex("(?d)no locks held by (?<comm>.*)/(?<pid>-?\\d{1,9})\\.");
    private static final Regex ENTRY = new Regex("#\\s*(\\d{1,2}):\\s*");

    private final boolean ofAllTasks;
    private final boolean closes;

    /** The list of the one task that the report is about. */
    public HeldLockList() {
        this(false, false);
    }

    private HeldLockList(boolean ofAllTasks, boolean closes) {
        this.ofAllTasks = ofAllTasks;
        this.closes = closes;
    }

    /** Any number of lists, of any task; nothing comes after the ruler that ends those of all tasks. */
    public static HeldLockList ofAllTasks() {
        return new HeldLockList(true, true);
    }

    /** The list of the task that the report is about, and those of all tasks. */
    public static HeldLockList ofOneThenAll() {
        return new HeldLockList(true, false);
    }

    @Override
    public String name() {
        return "list of held locks";
    }

    @Override
    public boolean repeats() {
        return ofAllTasks;
    }

    @Override
    public boolean starts(String line) {
        return line.equals(TURNED_OFF) || isHeader(line) || ofAllTasks && line.equals(ALL);
    }

    private static boolean isEndOfAll(String line) {
        return line.length() == END_OF_ALL && Banner.isRuler(line, '=');
    }

    /** What a header of a list of one lock at least begins with: their number, or words. */
    static final List<String> HEADER_STARTS = List.of("locks held by ", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Whether the line, wrapped perhaps, heads a list, be it an empty one. */
    public static boolean isHeader(String line) {
        return line.startsWith("no locks held by ")
                || line.startsWith("locks held by ")
                || !line.isEmpty()
                        && Character.isDigit(line.charAt(0))
                        && (line.contains(" lock held by ") || line.contains(" locks held by "));
    }

    /** Whether the line heads a list of one lock at least. */
    public static boolean declaresLocks(String line) {
        return isHeader(line) && !line.startsWith("no ") && !line.contains(": 0, ");
    }

    /** Whether the line, wrapped perhaps, is a lock of a list. */
    public static boolean isEntry(String line) {
        return line.startsWith("#") && ENTRY.matcher(line).lookingAt();
    }

    @Override
    public boolean continues(String line) {
        return isEntry(line) || ofAllTasks && starts(line) || ofAllTasks && isEndOfAll(line);
    }

    @Override
    public boolean closes(String line) {
        return closes && isEndOfAll(line);
    }

    @Override
    public boolean isWhole(String line) {
        return line.startsWith("#")
                ? entry(line) != null
                : line.equals(TURNED_OFF) || line.equals(ALL) || isEndOfAll(line) || header(line) != null;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        while (!lines.atEnd()) {
            var list = read(lines, draft, ofAllTasks);
            if (list != null) {
                draft.held.add(list);
            } else if (lines.take(TURNED_OFF)) {
                draft.turnedOff = true;
            } else if (lines.take(ALL)) {
                draft.allTasks = true;
            } else if (!isEndOfAll(lines.peek())) {
                break;
            } else {
                lines.next();
            }
        }
    }

    /** Reads one list; a list of all tasks may have a header without locks. */
    public static HeldLocks read(Cursor lines, Draft draft, boolean mayBeEmpty) {
        var header = header(lines.peek());
        if (header == null) {
            return null;
        }
        var line = lines.number();
        var list = headed(lines.next(), header, readEntries(lines, draft));
        var found = list.locks().size();
        if (found != list.declared() && !(mayBeEmpty && found == 0)) {
            draft.problem(
                    Problem.Code.COUNT_MISMATCH,
                    line,
                    "expected " + list.declared() + " held locks, as the header says, found " + found);
        }
        return list;
    }

    private static List<Lock> readEntries(Cursor lines, Draft draft) {
        var locks = new ArrayList<Lock>();
        var inlined = new ArrayList<StackFrame>();
        while (lines.peek().startsWith("#")) {
            var lock = entry(lines.peek());
            if (lock == null) {
                lines.skip(draft);
                continue;
            }
            lines.next();
            if (lock.at() != null && lock.at().inline()) {
                inlined.add(lock.at());
            } else {
                locks.add(lock.takenAt(lock.at(), List.copyOf(inlined)));
                inlined.clear();
            }
        }
        return List.copyOf(locks);
    }

    private static Lock entry(String line) {
        var entry = ENTRY.matcher(line);
        var lock = entry.lookingAt() ? LockLine.parse(line.substring(entry.end())) : null;
        return lock == null ? null : lock.numbered(Hex.number(entry.group(1)));
    }

    private static Matcher header(String line) {
        if (!isHeader(line)) {
            return null;
        }
        var match = (line.startsWith("no ") ? NONE : line.startsWith("locks ") ? NEW_HEADER : HEADER).matcher(line);
        return match.matches() ? match : null;
    }

    private static HeldLocks headed(String line, Matcher header, List<Lock> locks) {
        var task = new Task(header.group("comm"), Hex.number(header.group("pid")), null);
        var isNew = line.startsWith("locks ");
        return new HeldLocks(
                task,
                line.startsWith("no ") ? 0 : Hex.number(header.group("n")),
                isNew ? Hex.number(header.group("cpu")) : null,
                isNew ? header.group("word") : null,
                locks);
    }

    @Override
    public boolean isIn(Draft draft) {
        return draft.turnedOff || !draft.held.isEmpty();
    }

    @Override
    public void write(Report report, KernelText out) {
        var facts = report.lockdep();
        var held = facts.held();
        var alone = !ofAllTasks || !closes && facts.allTasks() ? Math.min(1, held.size()) : 0;
        held.subList(0, alone).forEach(list -> write(list, out));
        if (ofAllTasks && facts.allTasks()) {
            out.blank().line(ALL);
        }
        held.subList(alone, ofAllTasks ? held.size() : alone).forEach(list -> write(list, out));
        if (facts.turnedOff() && (ofAllTasks || held.isEmpty())) {
            out.line(TURNED_OFF);
        }
        if (ofAllTasks && facts.allTasks()) {
            out.blank().ruler("=", END_OF_ALL).blank();
        }
    }

    /** Writes what stands after the trace: the list once more, or the word that lockdep is off by now. */
    static void writeTrailing(Report report, KernelText out) {
        var held = report.lockdep().held();
        held.stream().skip(1).forEach(list -> write(list, out));
        if (report.lockdep().turnedOff() && !held.isEmpty()) {
            out.line(TURNED_OFF);
        }
    }

    /** Writes one list. */
    public static void write(HeldLocks list, KernelText out) {
        var task = list.task().comm() + "/" + list.task().pid();
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
