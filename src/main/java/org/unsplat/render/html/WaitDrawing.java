package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.lockdep.WaitGraph;
import org.unsplat.model.Lockdep;

/** Draws which task waits for which: an arrow leads from a task to the lock it waits for, and from there to its owner. */
final class WaitDrawing {

    private final List<WaitGraph.Wait> waits;
    private final List<WaitGraph.Wait> drawn = new ArrayList<>();
    private final HashSet<WaitGraph.Wait> circle;

    WaitDrawing(Lockdep facts) {
        var graph = WaitGraph.of(facts);
        this.waits = graph.waits();
        this.circle = new HashSet<>(graph.cycle());
        var ordered = new LinkedHashSet<>(graph.cycle());
        ordered.addAll(waits);
        var nodes = new HashSet<String>();
        for (var wait : ordered) {
            var more = new HashSet<>(nodes);
            more.addAll(nodes(wait));
            if (more.size() <= LayeredDrawing.MOST) {
                nodes.addAll(more);
                drawn.add(wait);
            }
        }
    }

    /** The drawing; null if it is unknown who waits for whom. */
    Drawing drawing() {
        var drawing = new LayeredDrawing();
        drawn.forEach(wait -> add(wait, drawing));
        return drawing.isEmpty()
                ? null
                : drawing.drawing(
                        "Who waits for whom: " + drawn.size() + (drawn.size() == 1 ? " task waits" : " tasks wait"));
    }

    /** How many tasks are not drawn, as a sentence; empty if all are. */
    String leftOut() {
        var left = waits.size() - drawn.size();
        return left == 0
                ? ""
                : left + (left == 1 ? " more task that waits is" : " more tasks that wait are") + " not drawn.";
    }

    private void add(WaitGraph.Wait wait, LayeredDrawing drawing) {
        var task = "task " + wait.task().name();
        var lock = lock(wait);
        var style = circle.contains(wait) ? "closing" : "seen";
        drawing.node(task, wait.task().name(), "task");
        drawing.node(lock, wait.what(), "lock");
        drawing.edge(task, lock, style, wait.task().name() + " waits for " + wait.what());
        for (var owner : wait.owners()) {
            var name = owner.name();
            drawing.node("task " + name, name, "task");
            if (!drawing.has(lock, "task " + name)) {
                drawing.edge(lock, "task " + name, style, wait.what() + " is probably held by " + name);
            }
        }
    }

    private static List<String> nodes(WaitGraph.Wait wait) {
        var nodes = new ArrayList<String>(List.of("task " + wait.task().name(), lock(wait)));
        wait.owners().forEach(owner -> nodes.add("task " + owner.name()));
        return nodes;
    }

    /** The name of a lock's node: by class and address, or by the task if the lock has no name. */
    private static String lock(WaitGraph.Wait wait) {
        return wait.lock() == null
                ? "unnamed of " + wait.task().name()
                : "lock " + wait.lock().classText() + " " + wait.lock().address();
    }
}
