package org.unsplat.render.json;

import java.util.List;
import java.util.Map;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.Blocker;
import org.unsplat.model.Chain;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.Dependencies;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.FreedRange;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.InputInfo;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Limit;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;
import org.unsplat.model.Usage;

/** The members that an object must have to mean anything; the reader checks them, so that other code can rely on them. */
final class RequiredMembers {

    private static final Map<Class<?>, List<String>> OF = Map.ofEntries(
            Map.entry(Report.class, List.of("kind", "family", "title", "headline", "where")),
            Map.entry(Problem.class, List.of("code", "message")),
            Map.entry(Race.Access.class, List.of("type", "op", "context")),
            Map.entry(Race.ValueChange.class, List.of("old", "new", "flipped")),
            Map.entry(RecordReader.WhereInJson.class, List.of("input")),
            Map.entry(InputInfo.LockdepOff.class, List.of("line", "reason")),
            Map.entry(IrqSafety.class, List.of("state")),
            Map.entry(HeldLocks.class, List.of("task")),
            Map.entry(BlockedTask.class, List.of("task", "waiting", "seconds")),
            Map.entry(Blocker.class, List.of("task", "on")),
            Map.entry(ContendedLock.class, List.of("class")),
            Map.entry(Chain.Link.class, List.of("lock")),
            Map.entry(Dependencies.class, List.of("title")),
            Map.entry(Dependencies.Entry.class, List.of("lock")),
            Map.entry(Dependencies.StateAt.class, List.of("state")),
            Map.entry(Scenario.class, List.of("title")),
            Map.entry(Scenario.Step.class, List.of("op")),
            Map.entry(Usage.class, List.of("from", "to")),
            Map.entry(FreedRange.class, List.of("from", "to")),
            Map.entry(Limit.class, List.of("name")),
            Map.entry(BaselineJson.InJson.class, List.of("entries")),
            Map.entry(InputInfo.class, List.of("name")),
            Map.entry(Diagnostic.class, List.of("level", "code", "message")));

    private RequiredMembers() {}

    static List<String> of(Class<?> type) {
        return OF.getOrDefault(type, List.of());
    }
}
