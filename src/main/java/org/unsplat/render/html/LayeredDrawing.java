package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a graph of any shape from top to bottom. */
final class LayeredDrawing {

    /** The largest number of nodes drawn. */
    static final int MOST = 40;

    private static final int BOX = 28;
    private static final int LAYER = 72;
    private static final int MARGIN = 4;
    private static final int LONGEST = 26;
    private static final int HEAD = 2;
    private static final int LOOP = 18;
    /** The distance from the middle for two edges between the same nodes, one down and one up. */
    private static final int BESIDE = 7;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(int from, int to, String style, String words) {}

    /** Adds a node with a unique name; if it exists already, it is not changed. */
    void node(String name, String text, String style) {
        if (numbers.putIfAbsent(name, numbers.size()) == null) {
            texts.add(text);
            styles.add(style);
        }
    }

    /** Adds an edge between existing nodes. */
    void edge(String from, String to, String style, String words) {
        edges.add(new Edge(numbers.get(from), numbers.get(to), style, words));
    }

    /** Whether there is an edge between these existing nodes. */
    boolean has(String from, String to) {
        return edges.stream().anyMatch(edge -> edge.from() == numbers.get(from) && edge.to() == numbers.get(to));
    }

    boolean isEmpty() {
        return edges.isEmpty();
    }

    Drawing drawing(String words) {
        var drafts = new ArrayList<Drawing.Box>();
        for (var i = 0; i < texts.size(); i++) {
            drafts.add(Drawing.box(0, 0, BOX, texts.get(i), LONGEST, styles.get(i)));
        }
        var layout = new LayerLayout(
                drafts.stream().map(Drawing.Box::width).toList(),
                edges.stream().map(edge -> new int[] {edge.from(), edge.to()}).toList());
        var boxes = new ArrayList<Drawing.Box>();
        var width = 0;
        for (var i = 0; i < texts.size(); i++) {
            var place = layout.node(i);
            var box = Drawing.box(MARGIN + place.x(), top(place), BOX, texts.get(i), LONGEST, styles.get(i));
            boxes.add(box);
            width = Math.max(width, box.x() + box.width());
        }
        var lines = new ArrayList<Drawing.Line>();
        for (var i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            var path = edge.from() == edge.to()
                    ? loop(boxes.get(edge.from()))
                    : path(layout.way(i), layout.node(edge.from()), isBothWays(edge) ? BESIDE : 0);
            lines.add(new Drawing.Line(path, edge.style(), edge.words()));
            for (var place : layout.way(i)) {
                width = Math.max(width, MARGIN + place.middle());
            }
        }
        return new Drawing(
                words,
                width + MARGIN + LOOP,
                layout.depth() * LAYER - LAYER + BOX + 2 * MARGIN,
                boxes,
                lines,
                List.of());
    }

    /** Whether another edge leads the opposite way. */
    private boolean isBothWays(Edge edge) {
        return edges.stream().anyMatch(other -> other.from() == edge.to() && other.to() == edge.from());
    }

    private static int top(LayerLayout.Place place) {
        return MARGIN + place.layer() * LAYER;
    }

    /** The path through the middle of each place, drawn from the node where the edge begins, which may be the lower one. */
    private static String path(List<LayerLayout.Place> way, LayerLayout.Place from, int beside) {
        var isUp = way.get(0) != from;
        var aside = isUp ? beside : -beside;
        var path = new StringBuilder();
        for (var i = 0; i + 1 < way.size(); i++) {
            var upper = way.get(isUp ? way.size() - 2 - i : i);
            var lower = way.get(isUp ? way.size() - 1 - i : i + 1);
            var start = isUp ? point(lower, aside, 0) : point(upper, aside, BOX);
            var end = isUp ? point(upper, aside, BOX) : point(lower, aside, 0);
            var isLast = i + 2 == way.size();
            var endY = end[1] + (isLast ? isUp ? HEAD : -HEAD : 0);
            var middle = (start[1] + endY) / 2;
            path.append(i == 0 ? "M" + start[0] + " " + start[1] : "L" + start[0] + " " + start[1]);
            path.append("C" + start[0] + " " + middle + " " + end[0] + " " + middle + " " + end[0] + " " + endY);
        }
        return path.toString();
    }

    private static int[] point(LayerLayout.Place place, int aside, int below) {
        return new int[] {MARGIN + place.middle() + aside, top(place) + below};
    }

    private static String loop(Drawing.Box box) {
        var right = box.x() + box.width();
        var y = box.y() + BOX / 2;
        return "M" + right + " " + (y - 7) + "c" + LOOP + " -4 " + LOOP + " 18 " + HEAD + " 14";
    }
}
