package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerLayoutTest {

    private static final int WIDTH = 50;

    private static LayerLayout layout(int nodes, int[]... edges) {
        return new LayerLayout(Collections.nCopies(nodes, WIDTH), List.of(edges));
    }

    private static List<Integer> layers(LayerLayout layout, int nodes) {
        var layers = new ArrayList<Integer>();
        for (var node = 0; node < nodes; node++) {
            layers.add(layout.node(node).layer());
        }
        return layers;
    }

    private static int[] edge(int from, int to) {
        return new int[] {from, to};
    }

    @Test
    void aNodeIsBelowAllThatLeadToIt() {
        var layout = layout(4, edge(0, 1), edge(1, 2), edge(0, 3), edge(3, 2), edge(1, 3));
        assertEquals(List.of(0, 1, 3, 2), layers(layout, 4));
        assertEquals(4, layout.depth());
    }

    @Test
    void anEdgeThatClosesACycleIsTurnedRound() {
        var layout = layout(3, edge(0, 1), edge(1, 2), edge(2, 0));
        assertEquals(List.of(0, 1, 2), layers(layout, 3));
        var way = layout.way(2);
        assertEquals(layout.node(0), way.get(0), "from top to bottom");
        assertEquals(layout.node(2), way.get(way.size() - 1));
    }

    @Test
    void anEdgeOverSeveralLayersHasAPlaceInEach() {
        var layout = layout(4, edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 3));
        var way = layout.way(3);
        assertEquals(
                List.of(0, 1, 2, 3), way.stream().map(LayerLayout.Place::layer).toList());
        for (var node = 1; node < 3; node++) {
            var passage = way.get(node).middle();
            var box = layout.node(node);
            assertTrue(passage < box.x() || passage > box.x() + WIDTH, "it does not go through node " + node);
        }
    }

    @Test
    void aNodeThatLeadsToItselfMovesNothing() {
        var layout = layout(2, edge(0, 0), edge(0, 1));
        assertEquals(List.of(0, 1), layers(layout, 2));
    }

    @Test
    void nodesStandNearThoseTheyAreJoinedTo() {
        // Below the two children of node 4, given crosswise, no edge crosses the other
        var layout = layout(5, edge(4, 0), edge(4, 1), edge(0, 3), edge(1, 2));
        var isLeft = layout.node(0).x() < layout.node(1).x();
        assertEquals(isLeft, layout.node(3).x() < layout.node(2).x());
        assertEquals(layout.node(0).middle(), layout.node(3).middle(), "an edge leads straight down");
        assertEquals(layout.node(1).middle(), layout.node(2).middle());
    }

    @Test
    void partsThatNoEdgeJoinsStandSideBySide() {
        var layout = layout(7, edge(0, 1), edge(1, 2), edge(3, 4), edge(3, 5));
        for (var node : List.of(0, 1, 2)) {
            assertEquals(0, layout.node(node).x(), "the first part is as wide as a node");
        }
        var second = Math.min(layout.node(4).x(), layout.node(5).x());
        assertTrue(second > WIDTH && second < WIDTH * 2, "the second one begins at " + second);
        assertTrue(
                layout.node(6).x() > Math.max(layout.node(4).x(), layout.node(5).x()) + WIDTH,
                "the third one is one node");
    }

    @Test
    void edgesBothWaysRunBesideEachOther() {
        var drawing = new LayeredDrawing();
        drawing.node("a", "a", "lock");
        drawing.node("b", "b", "lock");
        drawing.node("c", "c", "lock");
        drawing.edge("a", "b", "seen", "there");
        drawing.edge("b", "a", "closing", "back");
        drawing.edge("b", "c", "seen", "on");
        var paths = drawing.drawing("").lines().stream().map(Drawing.Line::path).toList();
        var there = start(paths.get(0));
        var back = start(paths.get(1));
        var middle = start(paths.get(2));
        assertTrue(there < middle && middle < back, paths.toString());
    }

    private static int start(String path) {
        return Integer.parseInt(path.substring(1, path.indexOf(' ')));
    }

    @Test
    void aNodeIsInTheMiddleAboveTheTwoThatItLeadsTo() {
        var layout = layout(3, edge(0, 1), edge(0, 2));
        assertEquals(
                layout.node(0).middle(),
                (layout.node(1).middle() + layout.node(2).middle()) / 2.0,
                1);
    }

    @Test
    void nothingOverlapsAndEverythingIsInThePicture() {
        var random = new Random(7);
        for (var run = 0; run < 200; run++) {
            var nodes = 2 + random.nextInt(39);
            var widths = new ArrayList<Integer>();
            for (var node = 0; node < nodes; node++) {
                widths.add(30 + random.nextInt(200));
            }
            var edges = new ArrayList<int[]>();
            for (var number = 0; number < nodes * 2; number++) {
                edges.add(edge(random.nextInt(nodes), random.nextInt(nodes)));
            }
            var layout = new LayerLayout(widths, edges);
            for (var one = 0; one < nodes; one++) {
                assertTrue(layout.node(one).x() >= 0);
                for (var two = one + 1; two < nodes; two++) {
                    assertTrue(areApart(layout, widths, one, two), "run " + run + ": " + one + " and " + two);
                }
            }
        }
    }

    private static boolean areApart(LayerLayout layout, List<Integer> widths, int one, int two) {
        var first = layout.node(one);
        var second = layout.node(two);
        return first.layer() != second.layer()
                || first.x() + widths.get(one) < second.x()
                || second.x() + widths.get(two) < first.x();
    }
}
