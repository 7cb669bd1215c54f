package org.unsplat.render.show;

import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows what each task held; {@code >>} marks the requested lock and the lock under which it must not be taken. */
final class HeldView {

    private static final int LOCKS = 12;
    private static final int TASKS = 6;

    private final Report report;
    private final Lockdep facts;
    private final ScreenBuffer screen;
    private final boolean verbose;
    private final boolean realTime;

    HeldView(Report report, ScreenBuffer screen, boolean verbose) {
        this.report = report;
        this.facts = report.lockdep();
        this.screen = screen;
        this.verbose = verbose;
        this.realTime = report.system() != null && report.system().preemptRt();
    }

    void write() {
        var held = HeldLists.of(report);
        var lists = held.byRelevance();
        var culprit = held.culprit();
        var some = verbose || lists.size() <= TASKS ? lists.size() : TASKS - 1;
        for (var list : lists.subList(0, some)) {
            held(list, culprit);
        }
        if (some < lists.size()) {
            screen.heading(StyledText.of(Style.DIM, "... and " + (lists.size() - some) + " more tasks; -v shows all"));
        }
        if (facts.turnedOff() && lists.isEmpty()) {
            screen.heading("Held locks");
            screen.line(ScreenBuffer.MARGIN, StyledText.of("not printed: lockdep was off already"));
        }
    }

    private void held(HeldLocks list, Lock culprit) {
        var task = list.task().name();
        screen.heading(StyledText.of(Style.BOLD, "Held by " + task)
                .add(list.declared() == 0 ? ": no lock" : HeldLists.unprotecting(facts)));
        var table = new StyledTable(4);
        var some = verbose || list.locks().size() <= LOCKS ? list.locks().size() : LOCKS - 1;
        list.locks()
                .subList(0, some)
                .forEach(lock -> row(lock == culprit ? ">>" : "", "#" + lock.index(), lock, table));
        if (culprit != null && HeldLists.isOn(list, culprit)) {
            row(">>", "wants", facts.acquiring(), table);
        }
        table.write(0, screen);
        if (some < list.locks().size()) {
            screen.line(
                    ScreenBuffer.MARGIN * 2,
                    StyledText.of(Style.DIM, "... " + (list.locks().size() - some) + " more; -v shows all"));
        }
        if (list.locks().size() < list.declared()) {
            screen.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.YELLOW, list.locks().size() + " of " + list.declared() + " printed"));
        }
    }

    private void row(String mark, String number, Lock lock, StyledTable table) {
        var forbids = !mark.isEmpty() && facts.waitContext() != null;
        table.row(
                StyledText.of(Style.RED, mark).pad(2),
                StyledText.of(Style.DIM, number),
                StyledText.of(Style.BOLD, lock.classText() == null ? "<released>" : lock.classText()),
                lock.at() == null ? new StyledText() : FrameText.withPlace(lock.at()),
                StyledText.of(UsagePhrases.usage(lock, realTime)),
                StyledText.of(forbids ? Style.RED : Style.PLAIN, UsagePhrases.wait(lock)));
    }
}
