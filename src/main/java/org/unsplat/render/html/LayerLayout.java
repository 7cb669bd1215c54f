package org.unsplat.render.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Arranges the nodes of a graph in layers so that edges lead down (the method of Sugiyama, Tagawa and Toda): edges that close a
 * cycle are reversed, a node is placed below all nodes that lead to it, an edge across several layers gets a place in each,
 * and within a layer nodes are near those they are connected to.
 */
final class LayerLayout {

    private static final int SWEEPS = 8;
    private static final int GAP = 22;
    /** The space between parts that no edge connects. */
    private static final int APART = 40;

    /** The width of an edge that passes through a layer. */
    private static final int PASSAGE = 10;

    private final List<List<Place>> layers = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<List<Place>> ways = new ArrayList<>();

    /** A node, or an edge that passes through a layer. */
    static final class Place {

        private final int width;
        private final List<Place> above = new ArrayList<>();
        private final List<Place> below = new ArrayList<>();
        private int layer;
        private double x;

        private Place(int width) {
            this.width = width;
        }

        /** The position of its left end in pixels. */
        int x() {
            return (int) Math.round(x);
        }

        int middle() {
            return (int) Math.round(x + width / 2.0);
        }

        /** The index of its layer, 0 for the topmost. */
        int layer() {
            return layer;
        }

        private double wanted(List<Place> neighbours) {
            return neighbours.stream()
                    .mapToDouble(each -> each.x + each.width / 2.0)
                    .average()
                    .orElse(x + width / 2.0);
        }
    }

    /**
     * Lays out a graph.
     *
     * @param widths the widths of the nodes in pixels
     * @param edges pairs of node indexes
     */
    LayerLayout(List<Integer> widths, List<int[]> edges) {
        widths.forEach(width -> places.add(new Place(width)));
        var downwards = new ArrayList<int[]>();
        var turned = new BackEdges(widths.size(), edges).closing();
        for (var i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            downwards.add(turned.contains(i) ? new int[] {edge[1], edge[0]} : edge);
        }
        rank(downwards);
        for (var edge : downwards) {
            ways.add(way(places.get(edge[0]), places.get(edge[1])));
        }
        places.forEach(place -> layer(place.layer).add(place));
        var seen = new HashSet<Place>();
        var left = 0.0;
        for (var place : places) {
            if (seen.add(place)) {
                left = layOut(joined(place, seen), left) + APART;
            }
        }
    }

    /** A place and all places connected with it. */
    private static Set<Place> joined(Place start, Set<Place> seen) {
        var part = new LinkedHashSet<Place>();
        var open = new ArrayDeque<Place>(List.of(start));
        while (!open.isEmpty()) {
            var place = open.remove();
            part.add(place);
            Stream.concat(place.above.stream(), place.below.stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return part;
    }

    /** Lays out a part at that left border, and returns its right border. */
    private double layOut(Set<Place> part, double left) {
        var rows = layers.stream()
                .map(layer ->
                        new ArrayList<>(layer.stream().filter(part::contains).toList()))
                .filter(row -> !row.isEmpty())
                .toList();
        rows.forEach(LayerLayout::pack);
        for (var i = 0; i < SWEEPS; i++) {
            sweep(rows, i % 2 == 0);
        }
        align(rows);
        var start = part.stream().mapToDouble(place -> place.x).min().orElse(0);
        part.forEach(place -> place.x += left - start);
        return part.stream().mapToDouble(place -> place.x + place.width).max().orElse(left);
    }

    private List<Place> layer(int number) {
        while (layers.size() <= number) {
            layers.add(new ArrayList<>());
        }
        return layers.get(number);
    }

    /** Puts each node one layer below the lowest node that leads to it. */
    private void rank(List<int[]> edges) {
        var open = new int[places.size()];
        edges.stream().filter(edge -> edge[0] != edge[1]).forEach(edge -> open[edge[1]]++);
        var ready = new ArrayDeque<Integer>();
        for (var i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            for (var edge : edges) {
                if (edge[0] == node && edge[1] != node) {
                    var to = places.get(edge[1]);
                    to.layer = Math.max(to.layer, places.get(node).layer + 1);
                    if (--open[edge[1]] == 0) {
                        ready.add(edge[1]);
                    }
                }
            }
        }
    }

    /** Connects one node with another further down by a place in each layer between. */
    private List<Place> way(Place from, Place to) {
        var way = new ArrayList<Place>(List.of(from));
        for (var number = from.layer + 1; number < to.layer; number++) {
            var passage = new Place(PASSAGE);
            passage.layer = number;
            layer(number).add(passage);
            way.add(passage);
        }
        way.add(to);
        for (var i = 0; i + 1 < way.size() && from != to; i++) {
            way.get(i).below.add(way.get(i + 1));
            way.get(i + 1).above.add(way.get(i));
        }
        return way;
    }

    private static void pack(List<Place> layer) {
        var x = 0.0;
        for (var place : layer) {
            place.x = x;
            x += place.width + GAP;
        }
    }

    /** Sorts each layer by the positions of connected nodes in the layer before. */
    private static void sweep(List<? extends List<Place>> layers, boolean down) {
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(down ? i : layers.size() - 1 - i);
            layer.sort(Comparator.comparingDouble(place -> place.wanted(down ? place.above : place.below)));
            pack(layer);
        }
    }

    /** Moves each node towards the middle of its connected nodes, as far as its neighbours leave room. */
    private static void align(List<? extends List<Place>> layers) {
        for (var i = 0; i < SWEEPS; i++) {
            var down = i % 2 == 0;
            for (var number = 0; number < layers.size(); number++) {
                var layer = layers.get(down ? number : layers.size() - 1 - number);
                var wanted = layer.stream()
                        .mapToDouble(place -> place.wanted(down ? place.above : place.below) - place.width / 2.0)
                        .toArray();
                settle(layer, wanted);
            }
        }
    }

    /** Places the nodes from left to right, and then moves the layer by the average distance by which they were pushed. */
    private static void settle(List<Place> layer, double[] wanted) {
        var end = Double.NEGATIVE_INFINITY;
        var pushed = 0.0;
        for (var i = 0; i < wanted.length; i++) {
            var place = layer.get(i);
            place.x = Math.max(wanted[i], end);
            pushed += place.x - wanted[i];
            end = place.x + place.width + GAP;
        }
        for (var place : layer) {
            place.x -= pushed / wanted.length;
        }
    }

    Place node(int number) {
        return places.get(number);
    }

    /** The places that an edge passes, from top to bottom. */
    List<Place> way(int edge) {
        return ways.get(edge);
    }

    /** The number of layers. */
    int depth() {
        return layers.size();
    }
}
