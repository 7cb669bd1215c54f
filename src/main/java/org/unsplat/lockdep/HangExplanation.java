package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Task;

/** Explains which task waits for which in a round of the hung task detector: the cycle if there is one, else the likely owner. */
final class HangExplanation {

    /** The largest number of steps of a cycle or chain that are named. */
    private static final int STEPS = 5;

    private static final int OWNERS = 3;

    private final WaitGraph graph;
    private final Map<String, Set<Integer>> pids = new HashMap<>();

    private HangExplanation(Lockdep facts) {
        graph = WaitGraph.of(facts);
        facts.blocked().forEach(blocked -> see(blocked.task()));
        facts.held().forEach(list -> see(list.task()));
        facts.blockers().forEach(blocker -> {
            see(blocker.task());
            see(blocker.owner());
        });
    }

    private void see(Task task) {
        if (task != null) {
            pids.computeIfAbsent(task.comm(), comm -> new HashSet<>()).add(task.pid());
        }
    }

    /** One or two sentences; null if the report does not show what any task waits for. */
    static String of(Lockdep facts) {
        var explanation = new HangExplanation(facts);
        var cycle = explanation.graph.cycle();
        return cycle.isEmpty() ? explanation.chain() : explanation.circle(cycle);
    }

    private String circle(List<WaitGraph.Wait> cycle) {
        var steps = new ArrayList<String>();
        for (var i = 0; i < cycle.size() && i < STEPS; i++) {
            var owner = cycle.get((i + 1) % cycle.size()).task();
            steps.add(waits(cycle.get(i)) + ", which " + holds(cycle.get(i), owner));
        }
        var more = cycle.size() - steps.size();
        return String.join("; ", steps)
                + (more == 0 ? "." : "; and so on over " + more + (more == 1 ? " more task." : " more tasks."));
    }

    /** The chain from the first task with a known owner to what its last owner waits for. */
    private String chain() {
        WaitGraph.Wait first = null;
        for (var wait : graph.waits()) {
            if (first == null || first.owners().isEmpty() && !wait.owners().isEmpty()) {
                first = wait;
            }
        }
        if (first == null) {
            return null;
        }
        var steps = new ArrayList<String>();
        for (var wait = first; wait != null && steps.size() < STEPS; ) {
            var owners = wait.owners();
            steps.add(waits(wait) + (owners.isEmpty() ? ownerless(wait) : ", which " + hold(wait)));
            wait = owners.size() == 1 ? graph.of(owners.get(0)) : null;
        }
        return String.join("; ", steps) + (steps.size() == 1 ? end(first) : "") + ".";
    }

    /** The end of the chain: why this is the owner, or the function in which it waits for something other than a lock. */
    private String end(WaitGraph.Wait wait) {
        if (wait.owners().size() != 1) {
            return "";
        }
        var owner = wait.owners().get(0);
        var at = graph.place(owner);
        if (at != null) {
            var inner = graph.wait(owner);
            return "; " + name(owner) + " itself is blocked" + Explanations.in(inner)
                    + (inner == at ? "" : ", called from " + Explanations.place(at));
        }
        if (wait.hasNamedOwner() || wait.listing().listedBy() < 3) {
            return "";
        }
        var next = graph.next(owner, wait.lock());
        if (next == null) {
            return "";
        }
        return ": of the " + wait.listing().listedBy()
                + " tasks that list it, that one alone went on to take another lock"
                + (next.classText() == null ? "" : ", " + Explanations.lock(next) + Explanations.in(next.at()));
    }

    private String ownerless(WaitGraph.Wait wait) {
        if (wait.blocker() != null && wait.blocker().owner() != null) {
            return ", which " + name(wait.blocker().owner()) + " probably was the last to hold";
        }
        var others = wait.listing() == null ? 0 : wait.listing().listedBy() - 1;
        return others == 0
                ? ""
                : ", which " + others + (others == 1 ? " other task lists" : " other tasks list")
                        + " too, and none that lists it took another lock after it";
    }

    private String waits(WaitGraph.Wait wait) {
        var blocker = wait.blocker();
        var lock = wait.lock() != null
                ? Explanations.lock(wait.lock())
                : (blocker.on().startsWith("rw-") ? "an " : "a ") + blocker.on();
        return name(wait.task()) + " waits for " + lock + as(blocker == null ? null : blocker.waitsAs());
    }

    private String hold(WaitGraph.Wait wait) {
        var owners = wait.owners();
        if (owners.size() == 1) {
            return holds(wait, owners.get(0));
        }
        var names = new ArrayList<String>();
        owners.stream().limit(OWNERS).forEach(owner -> names.add(name(owner)));
        if (owners.size() > OWNERS) {
            names.add(owners.size() - OWNERS + " more");
        }
        return Explanations.list(names) + " probably hold";
    }

    /** A blocked task keeps its locks, so it holds the lock; the lists of other tasks may be outdated. */
    private String holds(WaitGraph.Wait wait, Task owner) {
        var isCertain = wait.isHeldBy(owner) && (wait.hasNamedOwner() || graph.isBlocked(owner));
        var as = wait.hasNamedOwner() ? wait.blocker().ownerAs() : null;
        return name(owner) + (isCertain ? " holds" : " probably holds") + as(as);
    }

    private static String as(String role) {
        return role == null ? "" : " as a " + role;
    }

    /** The name of a task, with its pid only if another task has the same name. */
    private String name(Task task) {
        return pids.getOrDefault(task.comm(), Set.of()).size() > 1 ? Explanations.task(task) : task.comm();
    }
}
