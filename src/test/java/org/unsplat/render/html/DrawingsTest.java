package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.lockdep.LockEdge;
import org.unsplat.model.Blocker;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.Task;
import org.unsplat.triage.Groups;
import org.unsplat.triage.RunInputs;
import org.unsplat.triage.SampleReports;

/** Arrows begin and end at boxes, and nothing covers anything else. */
class DrawingsTest {

    private static int[] numbers(Drawing.Line line) {
        return Arrays.stream(line.path().split("[^-0-9]+"))
                .filter(each -> !each.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Where a path of absolute points begins and ends. */
    private static List<Integer> ends(Drawing.Line line) {
        var numbers = numbers(line);
        return List.of(numbers[0], numbers[1], numbers[numbers.length - 2], numbers[numbers.length - 1]);
    }

    private static int middle(Drawing.Box box) {
        return box.x() + box.width() / 2;
    }

    private static int bottom(Drawing.Box box) {
        return box.y() + box.height();
    }

    private static void assertApart(Drawing drawing) {
        for (var one : drawing.boxes()) {
            assertEquals(
                    true, one.x() >= 0 && one.y() >= 0 && one.x() + one.width() <= drawing.width(), one.toString());
            assertEquals(true, bottom(one) <= drawing.height(), one.toString());
            for (var two : drawing.boxes()) {
                var isBeside = one.x() + one.width() <= two.x() || two.x() + two.width() <= one.x();
                var isAbove = bottom(one) <= two.y() || bottom(two) <= one.y();
                assertEquals(true, one == two || isBeside || isAbove, one + " and " + two);
            }
        }
    }

    private static LayeredDrawing layered(String nodes, String... edges) {
        var drawing = new LayeredDrawing();
        for (var node : nodes.split(",")) {
            drawing.node(node, "text of " + node, "lock");
        }
        for (var edge : edges) {
            drawing.edge(edge.substring(0, 1), edge.substring(1, 2), "seen", edge);
        }
        return drawing;
    }

    @Test
    void anArrowLeadsFromTheBottomOfABoxToTheTopOfOneBelow() {
        var drawing = layered("a,b", "ab").drawing("words");
        var a = drawing.boxes().get(0);
        var b = drawing.boxes().get(1);
        assertEquals(
                List.of("text of a", "text of b"),
                drawing.boxes().stream().map(box -> box.label().text()).toList());
        assertEquals(
                List.of(middle(a), bottom(a), middle(b), b.y() - 2),
                ends(drawing.lines().get(0)));
        assertEquals(
                new Drawing.Line(drawing.lines().get(0).path(), "seen", "ab"),
                drawing.lines().get(0));
        assertEquals(bottom(b) + 4, drawing.height());
        assertEquals(b.x() + b.width() + 22, drawing.width(), "a loop has room");
        assertApart(drawing);
    }

    /** Two arrows between the same boxes are side by side. */
    @Test
    void anArrowMayLeadUp() {
        var drawing = layered("a,b", "ab", "ba").drawing("words");
        var a = drawing.boxes().get(0);
        var b = drawing.boxes().get(1);
        assertEquals(
                List.of(middle(a) - 7, bottom(a), middle(b) - 7, b.y() - 2),
                ends(drawing.lines().get(0)));
        assertEquals(
                List.of(middle(b) + 7, b.y(), middle(a) + 7, bottom(a) + 2),
                ends(drawing.lines().get(1)));
        var circle = layered("a,b,c", "ab", "bc", "ca").drawing("words");
        var c = circle.boxes().get(2);
        var up = ends(circle.lines().get(2));
        assertEquals(List.of(middle(c), c.y()), up.subList(0, 2));
        assertEquals(
                List.of(middle(circle.boxes().get(0)), bottom(circle.boxes().get(0)) + 2), up.subList(2, 4));
        assertApart(circle);
    }

    /** It bends halfway between two layers, and passes those in between beside their boxes. */
    @Test
    void aLongArrowGoesAroundBoxes() {
        var drawing = layered("a,b,c", "ab", "bc", "ac").drawing("words");
        var b = drawing.boxes().get(1);
        var path = numbers(drawing.lines().get(2));
        assertEquals(16, path.length);
        var passage = path[6];
        assertEquals(true, passage < b.x() || passage > b.x() + b.width());
        assertEquals(true, passage <= drawing.width());
        assertEquals(List.of((path[1] + path[7]) / 2, (path[9] + path[15]) / 2), List.of(path[3], path[11]));
        assertEquals(List.of(path[3], path[11]), List.of(path[5], path[13]));
        assertEquals(List.of(b.y(), bottom(b)), List.of(path[7], path[9]));
        assertApart(drawing);
    }

    @Test
    void aLoopIsAtTheRightOfItsBox() {
        var drawing = layered("a", "aa").drawing("words");
        var a = drawing.boxes().get(0);
        var path = numbers(drawing.lines().get(0));
        assertEquals(List.of(a.x() + a.width(), a.y() + 7), List.of(path[0], path[1]));
        assertEquals(true, a.x() + a.width() + 18 <= drawing.width());
    }

    @Test
    void whatIsThereIsNotAddedAgain() {
        var drawing = layered("a,b", "ab");
        drawing.node("a", "other", "task");
        assertEquals(
                "text of a", drawing.drawing("words").boxes().get(0).label().text());
        assertEquals(true, drawing.has("a", "b"));
        assertEquals(false, drawing.has("b", "a"));
        assertEquals(false, drawing.isEmpty());
        assertEquals(true, layered("a").isEmpty());
    }

    @Test
    void aBoxIsAsWideAsItsText() {
        assertEquals(15, Drawing.width("ab"));
        assertEquals(
                new Drawing.Box(4, 10, 35, 28, "lock", new Drawing.Label(14, 29, 15, "ab", null, null)),
                Drawing.box(4, 10, 28, "ab", 26, "lock"));
        assertEquals("abcdefgh", Drawing.label(0, 0, "abcdefgh", 7, null).whole());
    }

    private static Blocker blocker(int waiter, int owner) {
        return new Blocker(
                new Task("t", waiter, null),
                null,
                "mutex",
                new Task("t", owner, null),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static WaitDrawing waits(Blocker... blockers) {
        return new WaitDrawing(
                LockdepBuilder.builder().blockers(List.of(blockers)).build());
    }

    /** What a task waits for has no name, so each wait has a lock of its own. */
    @Test
    void tasksWaitForEachOther() {
        var drawing = waits(blocker(1, 2), blocker(2, 1), blocker(3, 1)).drawing();
        assertEquals("Who waits for whom: 3 tasks wait", drawing.words());
        assertEquals(
                List.of(
                        "closing: t/1 waits for mutex",
                        "closing: mutex is probably held by t/2",
                        "closing: t/2 waits for mutex",
                        "closing: mutex is probably held by t/1",
                        "seen: t/3 waits for mutex",
                        "seen: mutex is probably held by t/1"),
                drawing.lines().stream()
                        .map(line -> line.style() + ": " + line.words())
                        .toList());
        assertEquals(6, drawing.boxes().size());
        assertEquals(
                "Who waits for whom: 1 task waits",
                waits(blocker(1, 2)).drawing().words());
        assertEquals(null, waits().drawing());
    }

    /** Forty nodes have room: thirteen tasks with their locks and owners. */
    @Test
    void someTasksThatWaitAreNotDrawn() {
        var many = IntStream.range(0, 15).mapToObj(at -> blocker(at, 100 + at)).toArray(Blocker[]::new);
        assertEquals("", waits(Arrays.copyOf(many, 13)).leftOut());
        assertEquals(
                "1 more task that waits is not drawn.",
                waits(Arrays.copyOf(many, 14)).leftOut());
        assertEquals("2 more tasks that wait are not drawn.", waits(many).leftOut());
        assertEquals(39, waits(many).drawing().boxes().size());
    }

    private static OrderDrawing order(String... reports) {
        var groups = new Groups();
        List.of(reports).forEach(report -> SampleReports.reports(report).forEach(groups::add));
        var run = new RunInputs(List.of(), Set.of(), List.of(), List.of());
        return new OrderDrawing(PageContent.of(groups, run).findings());
    }

    @Test
    void bugsThatShareALockAreConnected() {
        var one = SampleReports.circular("one/1", "&a", "&b");
        var two = SampleReports.circular("two/2", "&b", "&c");
        var drawing = order(one, two, SampleReports.RCU, SampleReports.RACE).drawing();
        assertEquals(
                "The order of 3 locks over all bugs: an arrow leads from a lock that is held to one that is taken under it",
                drawing.words());
        assertEquals(
                List.of(
                        "closing: &b to &a: one_wants",
                        "closing: &c to &b: two_wants",
                        "seen: &a to &b: take_b",
                        "seen: &b to &c: take_c"),
                drawing.lines().stream()
                        .map(line -> line.style() + ": " + line.words())
                        .toList());
        assertEquals("", order(one, two).leftOut());
        assertEquals(null, order(one, SampleReports.RCU).drawing());
        assertEquals("", order(one).leftOut());
    }

    /** Two bugs of thirty locks each: of forty edges that close nothing, those to the last locks have no room. */
    @Test
    void someLocksAreNotDrawn() {
        var first = IntStream.range(0, 30).mapToObj(at -> "a" + at).toArray(String[]::new);
        var second = IntStream.range(0, 30).mapToObj(at -> "b" + at).toArray(String[]::new);
        var order = order(SampleReports.circular("one/1", first), SampleReports.circular("two/2", second));
        assertEquals(40, order.drawing().boxes().size());
        assertEquals("20 more locks not drawn; unsplat graph has all.", order.leftOut());
    }

    private static LockEdge edge(String from, String to, LockEdge.Kind kind) {
        return new LockEdge(from, to, kind, null, List.of());
    }

    private static Drawing cycle(int length, LockEdge.Kind last) {
        var edges = IntStream.range(0, length)
                .mapToObj(at -> edge("l" + at, "l" + (at + 1) % length, at + 1 < length ? LockEdge.Kind.SEEN : last))
                .toList();
        assertEquals(true, CycleDrawing.isCycle(edges));
        var trails = IntStream.range(0, length)
                .mapToObj(at -> new CallTrail("f" + at, at == 0 ? "" : "a.c:" + at, null, ""))
                .toList();
        return CycleDrawing.of(edges, trails);
    }

    /** Each lock is below the one under which it is taken, with the function in between. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aCycleLeadsDownAndBackUp(int length) {
        var drawing = cycle(length, LockEdge.Kind.NEW);
        assertApart(drawing);
        assertEquals(length, drawing.boxes().size());
        for (var at = 0; at + 1 < length; at++) {
            var line = numbers(drawing.lines().get(at));
            assertEquals(List.of(46, bottom(drawing.boxes().get(at))), List.of(line[0], line[1]));
            assertEquals(drawing.boxes().get(at + 1).y() - 2, line[2]);
            assertEquals("seen", drawing.lines().get(at).style());
        }
        var first = drawing.boxes().get(0);
        var back = drawing.lines().get(length - 1);
        assertEquals("closing", back.style());
        // Down, around the corner, to the left border, up to the first box
        var down = bottom(drawing.boxes().get(length - 1)) + 36;
        var up = first.y() + 15 + 8;
        assertEquals(
                "M46 %dV%dq0 8 -8 8H14q-8 0 -8 -8V%dq0 -8 8 -8H22"
                        .formatted(bottom(drawing.boxes().get(length - 1)), down, up),
                back.path());
        assertEquals(2 * length - 1, drawing.labels().size());
        for (var label : drawing.labels()) {
            assertEquals(true, label.x() + label.width() < drawing.width(), label.toString());
            assertEquals(true, label.x() > 46);
        }
    }

    @Test
    void aCycleIsToldInWords() {
        assertEquals(
                "Cycle of one lock: l0 to l0 by f0, which closes the cycle",
                cycle(1, LockEdge.Kind.NEW).words());
        assertEquals(
                "Cycle of 2 locks: l0 to l1 by f0; l1 to l0 by f1, which closes the cycle",
                cycle(2, LockEdge.Kind.NEW).words());
        var interrupt = cycle(2, LockEdge.Kind.INTERRUPT);
        assertEquals(
                List.of("f0", "an interrupt may come in"),
                interrupt.labels().stream().map(Drawing.Label::text).toList());
        assertEquals("closing interrupt", interrupt.lines().get(1).style());
        var names = cycle(2, LockEdge.Kind.NEW).labels();
        assertEquals(
                List.of("f0", "f1", "a.c:1"),
                names.stream().map(Drawing.Label::text).toList());
        assertEquals(true, names.get(1).y() < names.get(2).y() && names.get(2).y() < 2 + 2 * (30 + 52));
    }

    @Test
    void someOrdersAreNoCycle() {
        var one = edge("a", "b", LockEdge.Kind.SEEN);
        assertEquals(false, CycleDrawing.isCycle(List.of()));
        assertEquals(false, CycleDrawing.isCycle(List.of(one)));
        assertEquals(false, CycleDrawing.isCycle(List.of(one, edge("b", "c", LockEdge.Kind.SEEN))));
        assertEquals(false, CycleDrawing.isCycle(List.of(one, edge("c", "a", LockEdge.Kind.SEEN))));
    }

    private static Drawing bits(String old, String now, String flipped) {
        return new BitsDrawing(new Race.ValueChange(old, now, flipped, null, null)).drawing("words");
    }

    /** Each digit is nine pixels wide; a mark is behind the old and the new digit of a bit. */
    @Test
    void flippedBitsAreMarked() {
        var one = bits("0x3", "0xb", "0x8");
        assertEquals("words, of the bytes that changed", one.words());
        assertEquals(
                List.of("7      0", "00000011", "00001011"),
                one.labels().stream().map(Drawing.Label::text).toList());
        assertEquals(
                List.of(72, 72, 72),
                one.labels().stream().map(Drawing.Label::width).toList());
        assertEquals("M37 18h9v33h-9z", one.lines().get(0).path());
        assertEquals(List.of(74, 63), List.of(one.width(), one.height()));
        var two = bits("0x0", "0x8000000000000001", "0x8000000000000001");
        assertEquals(
                List.of("63    56 7      0", "00000000 00000000", "10000000 00000001"),
                two.labels().stream().map(Drawing.Label::text).toList());
        assertEquals("M1 18h9v33h-9zM145 18h9v33h-9z", two.lines().get(0).path());
    }

    /** Four bytes fit on a phone. */
    @Test
    void manyBytesNeedRows() {
        var drawing = bits("0x0", "0x101010101", "0x101010101");
        var texts = drawing.labels().stream().map(Drawing.Label::text).toList();
        assertEquals(List.of("39    32 31    24 23    16 15     8", "7      0"), List.of(texts.get(0), texts.get(3)));
        assertEquals(62, drawing.labels().get(3).y() - drawing.labels().get(0).y());
        assertEquals(
                true,
                drawing.lines().get(0).path().endsWith("M64 80h9v33h-9z"),
                drawing.lines().get(0).path());
        assertEquals(3, bits("0x0", "0x1010101", "0x1010101").labels().size());
    }
}
