package org.unsplat.demux;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.HungTaskPiece;
import org.unsplat.grammar.oops.OopsHeaderPiece;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;

/** The task that a report is about, once the report has named it, and whether the dump being read now is of that task. */
final class ReportTask {

    private static final Regex TASK = new Regex(
            "(?d).*/(\\d{1,10})(?: \\[HC.*| is trying to .*| is freeing .*| just changed .*|[:.]|: \\d+, (?:last|on) CPU#\\d+:?)");

    private static final Regex SLEEPER = new Regex("(?d)in_atomic\\(\\): .*\\bpid: (\\d{1,10}), name: .*");
    private static final Regex SCHEDULER = new Regex("(?d)BUG: scheduling while atomic: .*/(\\d{1,10})/0x[0-9a-f]+");
    private static final Regex ACCESS = new Regex("(?d).* by (?:task (\\d{1,10})|interrupt) on cpu \\d+:");

    private final ReportKind kind;
    private final Set<String> pids = new HashSet<>();
    private boolean isKnown;
    private String cpuLine;
    private boolean hasHead;
    private boolean inOtherDump;

    /** Whether another problem was printed, so that the next dump is probably of that one. */
    private boolean isOtherAhead;

    /** Whether that problem does not stop the task, so that the task will print the rest of the report. */
    private boolean isTaskGoingOn;

    /** Whether the title above the report's own dump must still come. */
    private boolean mustBeTitled;

    private final HangRound round = new HangRound();

    /** Whether the report began with the list of one task. */
    private boolean beganWithList;

    private boolean hasLines;

    /** The task of the headline, if that says that it was scheduled; it need not be the one of the dump. */
    private String scheduler;

    /** The lines after which another dump or report began. */
    private final List<TypedLine> interrupted = new ArrayList<>();

    ReportTask(ReportKind kind) {
        this.kind = kind;
        this.mustBeTitled = !kind.unordered() && requiresTitle(kind);
    }

    private static boolean requiresTitle(ReportKind kind) {
        for (var piece : kind.required()) {
            if (piece.opening().contains(BacktracePiece.TITLE)) {
                return true;
            }
        }
        return false;
    }

    void learn(TypedLine line) {
        var text = line.text();
        learnScheduler(text);
        round.learn(line);
        beganWithList |= !hasLines && line.is(HeldLocksPiece.HEADER);
        hasLines = true;
        if (line.is(SystemLines.CPU_LINE)) {
            cpuLine = text;
            hasHead = false;
            inOtherDump = false;
        } else if (line.is(BacktracePiece.HEAD)) {
            hasHead = true;
        } else if (HungTaskPiece.opensDump(line)) {
            hasHead = false;
        } else if (line.is(BacktracePiece.TITLE)) {
            cpuLine = null;
            hasHead = false;
            mustBeTitled = false;
        } else if (isRace()) {
            learnAccess(text);
        } else if (!isKnown && (text.indexOf('/') >= 0 || text.contains("pid: "))) {
            var task = (kind.unordered() ? SLEEPER : TASK).matcher(text);
            if (task.matches()) {
                pids.add(task.group(1));
                isKnown = true;
            }
        }
    }

    private void learnScheduler(String text) {
        var task = !hasLines && text.startsWith("BUG: sched") ? SCHEDULER.matcher(text) : null;
        scheduler = task != null && task.matches() ? task.group(1) : scheduler;
    }

    /** If an interrupt made one of two accesses, the CPU line may name any task. */
    private void learnAccess(String text) {
        var access = text.endsWith(":") ? ACCESS.matcher(text) : null;
        if (access != null && access.matches()) {
            pids.add(access.group(1));
            isKnown = !pids.contains(null);
        }
    }

    /**
     * Whether the line begins another report: the next round of the hung task detector, or the dump of all tasks after a list of
     * a single task.
     */
    private boolean opensOtherReport(TypedLine line) {
        return round.isOverAt(line) || beganWithList && kind.unordered() && line.is(HeldLocksPiece.ALL);
    }

    /** Whether the line belongs to the dump of another task or to the next report. */
    boolean excludes(TypedLine line) {
        return opensOtherReport(line) || isOther(line) || opensOtherDump(line);
    }

    /** Whether the line begins the dump of another task, or a second dump of the same task. */
    boolean opensOtherDump(TypedLine line) {
        if (hasHead && round.hasTasks() && HungTaskPiece.isDetail(line)) {
            return true;
        }
        if (line.is(SystemLines.CPU_LINE)) {
            return cpuLine == null
                    ? isTaskGoingOn && (mustBeTitled || isRace())
                            || (isKnown ? !isOwn(line.text()) : mustBeTitled || isOtherAhead)
                    : hasHead && !kind.unordered() || !cpuLine.equals(line.text());
        }
        return line.is(BacktracePiece.HEAD) && (hasHead || cpuLine == null && isOtherAhead || isRace());
    }

    /** A KCSAN report has no live trace. */
    private boolean isRace() {
        return kind.kind().family().equals("kcsan");
    }

    /**
     * Notes a line whose caller and quoting depth fit, but that the report did not take.
     *
     * @param last the last line of the report
     * @return whether it begins the dump of another task
     */
    boolean seeOther(TypedLine line, TypedLine last) {
        seeTrouble(line, last);
        var isOther = opensOtherDump(line) || line.is(BacktracePiece.TITLE);
        inOtherDump |= isOther;
        return isOther;
    }

    /** Notes a line of another problem, whether or not another report took it. */
    void seeTrouble(TypedLine line, TypedLine last) {
        var isStackAhead = HungTaskPiece.namesTask(line) || CrashLine.hasStackBelow(line);
        var isTrouble = OopsHeaderPiece.opensDump(line) || isStackAhead;
        if (isTrouble || opensOtherDump(line)) {
            interruptAfter(last);
        }
        isOtherAhead |= cpuLine == null && !hasHead && isTrouble;
        isTaskGoingOn |= isOtherAhead && isTrouble && !line.is(CrashLine.TYPE);
        inOtherDump |= isStackAhead
                || (isOtherAhead || cpuLine != null && !hasHead || round.hasTasks()) && opensOtherDump(line);
    }

    /** Notes the last line of the report before another dump or report begins. */
    void interruptAfter(TypedLine last) {
        if (interrupted.isEmpty() || interrupted.get(interrupted.size() - 1) != last) {
            interrupted.add(last);
        }
    }

    /** Notes that another report begins with a line. In text without times an empty line above shows that this one is over. */
    void interruptBy(TypedLine first, TypedLine last) {
        if (first.line().time() != null || !first.afterBlank()) {
            interruptAfter(last);
        }
    }

    /** The lines after which another dump or report began, and the one after which the kernel booted, if it is not null. */
    List<TypedLine> interrupted(TypedLine beforeBoot) {
        if (beforeBoot != null) {
            interruptAfter(beforeBoot);
        }
        return List.copyOf(interrupted);
    }

    /** Whether the header of a list of locks names the task of this report; null if the report has named none. */
    Boolean isListed(TypedLine header) {
        var match = header.read(HeldLocksPiece.HEADER);
        var named = pids.isEmpty() && scheduler != null ? Set.of(scheduler) : pids;
        return named.isEmpty() || match == null ? null : named.contains(match.group("pid"));
    }

    private boolean isOwn(String text) {
        for (var pid : pids) {
            if (text.contains(" PID: " + pid + " ") || text.startsWith("Pid: " + pid + ",")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line belongs to a dump of another task. */
    boolean isOther(TypedLine line) {
        return inOtherDump && isOfDump(line) && !(line.is(SystemLines.CPU_LINE) && isKnown && isOwn(line.text()));
    }

    /** Whether it belongs to a dump that began before the report's own, so that its frames cannot be the report's. */
    boolean isForeign(TypedLine line) {
        return cpuLine == null && isOther(line);
    }

    /** Whether dumps consist of such lines. */
    static boolean isOfDump(TypedLine line) {
        return isOfHead(line) || line.type() == BacktracePiece.HEAD || TypeLists.has(StackTrace.LIVE, line.type());
    }

    /** Whether it is the CPU line or one below it, which name no place. */
    static boolean isOfHead(TypedLine line) {
        return TypeLists.has(SystemLines.DUMP_HEAD, line.type());
    }

    /** Notes that the report continues with something other than a dump. */
    void leaveOtherDump() {
        inOtherDump = false;
        isOtherAhead = false;
        isTaskGoingOn = false;
    }
}
