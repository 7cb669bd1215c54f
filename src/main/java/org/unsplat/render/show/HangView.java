package org.unsplat.render.show;

import java.util.HashMap;
import java.util.List;
import org.unsplat.lockdep.WaitGraph;
import org.unsplat.model.Backtrace;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.Task;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows several hung tasks: how long they have been blocked, what they wait for, and where. */
final class HangView {

    private static final int TASKS = 10;

    private final Lockdep facts;
    private final ScreenBuffer screen;
    private final boolean verbose;

    HangView(Report report, ScreenBuffer screen, boolean verbose) {
        this.facts = report.lockdep();
        this.screen = screen;
        this.verbose = verbose;
    }

    void write() {
        var tasks = facts.blocked();
        if (tasks.size() > 1) {
            tasks(tasks);
        }
        if (tasks.size() == 1) {
            screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(blocked(tasks.get(0))));
        }
        if (facts.suppressed()) {
            screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(Style.YELLOW, ReportStacks.SUPPRESSED));
        }
    }

    private static String blocked(BlockedTask only) {
        return only.task().name() + " is blocked for more than " + only.seconds() + " s.";
    }

    private void tasks(List<BlockedTask> tasks) {
        var wanted = new HashMap<Task, String>();
        WaitGraph.of(facts).waits().forEach(wait -> wanted.put(wait.task(), wait.what()));
        screen.heading(StyledText.of(Style.BOLD, "Blocked").add(Style.DIM, "  for, waits for, in"));
        var table = new StyledTable(4);
        var some = verbose || tasks.size() <= TASKS ? tasks.size() : TASKS - 1;
        for (var task : tasks.subList(0, some)) {
            var stack = Backtrace.frames(task.stack());
            table.row(
                    StyledText.of(task.task().name()),
                    StyledText.of(Style.DIM, task.seconds() + " s"),
                    StyledText.of(Style.BOLD, wanted.getOrDefault(task.task(), "")),
                    FrameText.trail(null, stack));
        }
        table.write(ScreenBuffer.MARGIN, screen);
        if (some < tasks.size()) {
            screen.line(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.DIM, "... " + (tasks.size() - some) + " more; -v shows all"));
        }
    }
}
