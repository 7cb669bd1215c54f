package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.show.HeldLists;
import org.unsplat.render.show.UsagePhrases;

/** Prepares the lists of held locks for the page. */
final class HeldLocksMapper {

    /** The largest number of tasks shown of a dump of all tasks; the relevant ones come first. */
    private static final int TASKS = 60;

    private static final int SHORT = 6;

    /** The number of locks of a task that are in sight; a few more are not worth a fold. */
    private static final int ROWS = 12;

    private static final int FEW = 4;

    private final Report report;
    private final FrameItems frames;
    private final HeldLists held;
    private final List<HeldLocks> lists;
    private final int shown;

    HeldLocksMapper(Report report, FrameItems frames) {
        this.report = report;
        this.frames = frames;
        this.held = HeldLists.of(report);
        this.lists = held.byRelevance();
        this.shown = Math.min(lists.size(), frames.isShort() ? SHORT : TASKS);
    }

    List<LockdepFacts.HeldTable> tables() {
        return lists.subList(0, shown).stream().map(this::table).toList();
    }

    /** What is not in the tables, as a sentence; empty if nothing is missing. */
    String leftOut() {
        if (report.lockdep().turnedOff() && lists.isEmpty()) {
            return "Held locks were not printed: lockdep was off already.";
        }
        var left = lists.size() - shown;
        return left == 0 ? "" : left + (left == 1 ? " more task holds locks." : " more tasks hold locks.");
    }

    private LockdepFacts.HeldTable table(HeldLocks list) {
        var culprit = held.culprit();
        var rows = new ArrayList<LockdepFacts.HeldRow>();
        list.locks().forEach(lock -> rows.add(row("#" + lock.index(), lock, lock == culprit)));
        if (culprit != null && HeldLists.isOn(list, culprit)) {
            rows.add(row("wants", report.lockdep().acquiring(), true));
        }
        var inSight = rows.size() <= ROWS + FEW ? rows.size() : ROWS;
        return new LockdepFacts.HeldTable(
                "Held by " + list.task().name()
                        + (list.declared() == 0 ? ": no lock" : HeldLists.unprotecting(report.lockdep())),
                list.locks().size() < list.declared()
                        ? list.locks().size() + " of " + list.declared() + " printed"
                        : "",
                split(rows, inSight, true),
                split(rows, inSight, false));
    }

    /** The rows in sight, or the folded ones. Those that the report is about are always in sight. */
    private static List<LockdepFacts.HeldRow> split(List<LockdepFacts.HeldRow> rows, int first, boolean isInSight) {
        var part = new ArrayList<LockdepFacts.HeldRow>();
        for (var i = 0; i < rows.size(); i++) {
            if ((i < first || rows.get(i).isCulprit()) == isInSight) {
                part.add(rows.get(i));
            }
        }
        return List.copyOf(part);
    }

    private LockdepFacts.HeldRow row(String number, Lock lock, boolean isCulprit) {
        var isRealTime = report.system() != null && report.system().preemptRt();
        var at = lock.at();
        return new LockdepFacts.HeldRow(
                number,
                lock.classText() == null ? "<released>" : lock.classText(),
                at == null
                        ? null
                        : new CallTrail(FrameText.nameWithOffset(at), FrameText.place(at), frames.href(at), ""),
                UsagePhrases.usage(lock, isRealTime),
                UsagePhrases.wait(lock),
                isCulprit);
    }
}
