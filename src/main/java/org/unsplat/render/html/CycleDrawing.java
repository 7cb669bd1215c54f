package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.lockdep.LockEdge;

/**
 * Draws a cycle of locks, one below the other. An arrow leads from each lock to the one taken while it is held, with the
 * function beside it, and from the last lock back up to the first. So no two texts are on one line, however long the cycle is.
 */
final class CycleDrawing {

    private static final int LEFT = 24;
    private static final int TOP = 2;
    private static final int BOX = 30;
    private static final int GAP = 52;
    private static final int ARROW = 46;
    private static final int TEXT = 60;
    /** The distance of the closing line from the left border. */
    private static final int RETURN = 6;

    private static final int ROUND = 8;
    private static final int LONGEST = 40;

    private final List<LockEdge> edges;
    private final List<CallTrail> trails;
    private final List<Drawing.Box> boxes = new ArrayList<>();
    private final List<Drawing.Line> lines = new ArrayList<>();
    private final List<Drawing.Label> labels = new ArrayList<>();

    private CycleDrawing(List<LockEdge> edges, List<CallTrail> trails) {
        this.edges = edges;
        this.trails = trails;
    }

    /** Whether each edge begins where the one before it ends, and the first one where the last ends. */
    static boolean isCycle(List<LockEdge> edges) {
        for (var i = 0; i < edges.size(); i++) {
            if (!edges.get(i).to().equals(edges.get((i + 1) % edges.size()).from())) {
                return false;
            }
        }
        return !edges.isEmpty();
    }

    /** @param trails for each edge, the function that took the lock */
    static Drawing of(List<LockEdge> edges, List<CallTrail> trails) {
        return new CycleDrawing(edges, trails).drawing();
    }

    private Drawing drawing() {
        var words = new ArrayList<String>();
        for (var i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            var y = TOP + i * (BOX + GAP);
            boxes.add(Drawing.box(LEFT, y, BOX, edge.from(), LONGEST, "lock"));
            arrow(edge, i, y + BOX);
            labels(trails.get(i), edge, y + BOX);
            words.add(edge.from() + " to " + edge.to() + " by " + trails.get(i).name()
                    + (edge.closes(edges) ? ", which closes the cycle" : ""));
        }
        var width = 0;
        for (var box : boxes) {
            width = Math.max(width, box.x() + box.width());
        }
        for (var label : labels) {
            width = Math.max(width, label.x() + label.width());
        }
        return new Drawing(
                "Cycle of " + (edges.size() == 1 ? "one lock: " : edges.size() + " locks: ") + String.join("; ", words),
                width + 2,
                TOP + edges.size() * (BOX + GAP),
                boxes,
                lines,
                labels);
    }

    private void arrow(LockEdge edge, int number, int y) {
        var style = (edge.closes(edges) ? "closing" : "seen")
                + (edge.kind() == LockEdge.Kind.INTERRUPT ? " interrupt" : "");
        if (number < edges.size() - 1) {
            lines.add(new Drawing.Line("M" + ARROW + " " + y + "V" + (y + GAP - 2), style, null));
            return;
        }
        var bottom = y + GAP - ROUND;
        lines.add(new Drawing.Line(
                "M" + ARROW + " " + y + "V" + (bottom - ROUND) + "q0 " + ROUND + " -" + ROUND + " " + ROUND + "H"
                        + (RETURN + ROUND) + "q-" + ROUND + " 0 -" + ROUND + " -" + ROUND + "V"
                        + (TOP + BOX / 2 + ROUND) + "q0 -" + ROUND + " " + ROUND + " -" + ROUND + "H" + (LEFT - 2),
                style,
                null));
    }

    private void labels(CallTrail trail, LockEdge edge, int y) {
        var name = edge.kind() == LockEdge.Kind.INTERRUPT ? "an interrupt may come in" : trail.name();
        labels.add(Drawing.label(TEXT, y + 22, name, LONGEST, "by"));
        var below = edge.kind() == LockEdge.Kind.INTERRUPT ? "" : trail.place();
        if (!below.isEmpty()) {
            labels.add(Drawing.label(TEXT, y + 38, below, LONGEST, "place"));
        }
    }
}
