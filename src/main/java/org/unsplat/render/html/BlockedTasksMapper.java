package org.unsplat.render.html;

import java.util.HashMap;
import java.util.List;
import org.unsplat.lockdep.WaitGraph;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Task;

/** Prepares the hung tasks for the page. */
final class BlockedTasksMapper {

    private final Lockdep facts;
    private final FrameItems frames;

    BlockedTasksMapper(Lockdep facts, FrameItems frames) {
        this.facts = facts;
        this.frames = frames;
    }

    List<LockdepFacts.BlockedRow> rows() {
        var wanted = new HashMap<Task, String>();
        WaitGraph.of(facts).waits().forEach(wait -> wanted.put(wait.task(), wait.what()));
        return facts.blocked().stream()
                .map(task -> new LockdepFacts.BlockedRow(
                        task.task().name(),
                        task.seconds() == null ? "" : task.seconds() + " s",
                        wanted.getOrDefault(task.task(), ""),
                        CallTrail.of(null, Backtrace.frames(task.stack()), frames)))
                .toList();
    }
}
