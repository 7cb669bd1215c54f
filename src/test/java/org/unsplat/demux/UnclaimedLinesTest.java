package org.unsplat.demux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/** What a report holds is counted for as long as it holds it. */
class UnclaimedLinesTest {

    /** Two such lines are more than all reports together may hold, one is not: a line is held as text and as it came. */
    private static final String HALF = "x".repeat(MemoryBudget.LIMIT / 4);

    private final ClaimedLines claimed = new ClaimedLines();
    private final MemoryBudget budget = new MemoryBudget();
    private final UnclaimedLines lines = new UnclaimedLines(List.of(), claimed, budget);
    private final TypedLine first = line(1);
    private final TypedLine second = line(2);

    private static TypedLine line(int number) {
        return TypedLine.unread(new Line(number, new String(HALF), HALF, null, null));
    }

    @Test
    void ownLinesAreHeldUntilTheEnd() {
        lines.count(first);
        assertFalse(budget.isExceeded());
        lines.count(second);
        assertTrue(budget.isExceeded());
        lines.settle();
        assertTrue(budget.isExceeded());
        lines.release();
        assertFalse(budget.isExceeded());
    }

    @Test
    void allReportsCount() {
        lines.count(first);
        var others = new UnclaimedLines(List.of(), claimed, budget);
        others.add(second, null, false);
        assertTrue(budget.isExceeded());
        others.release();
        assertFalse(budget.isExceeded());
    }

    @Test
    void linesThatWaitAreHeld() {
        lines.add(first, null, false);
        lines.add(second, null, true);
        assertTrue(budget.isExceeded());
        lines.release();
        assertFalse(budget.isExceeded());
    }

    @Test
    void aLineThatHasWaitedIsHeldOnce() {
        lines.add(first, null, false);
        lines.settle();
        assertFalse(budget.isExceeded());
        lines.add(second, null, true);
        assertTrue(budget.isExceeded());
        lines.settle();
        assertTrue(budget.isExceeded());
        assertEquals(List.of(second), lines.unexpected());
        assertEquals(List.of(1), lines.foreign());
        lines.release();
        assertFalse(budget.isExceeded());
    }

    @Test
    void ofLinesOfOthersNothingButTheirNumberIsHeld() {
        lines.addForeign(first);
        lines.addForeign(second);
        lines.settle();
        assertFalse(budget.isExceeded());
        assertEquals(List.of(1, 2), lines.foreign());
    }

    @Test
    void aLineThatAnotherReportHasMadeItsOwnIsForeign() {
        assertTrue(claimed.add(first.line()));
        lines.add(first, null, true);
        lines.settle();
        assertEquals(List.of(), lines.unexpected());
        assertEquals(List.of(1), lines.foreign());
    }

    @Test
    void theTextThatLinesOfOneRecordCameAsIsHeldOnce() {
        lines.count(TypedLine.unread(new Line(1, HALF, "a", null, null)));
        lines.count(TypedLine.unread(new Line(1, HALF, "b", null, null)));
        lines.count(TypedLine.unread(new Line(1, HALF, "c", null, null)));
        lines.count(TypedLine.unread(new Line(1, HALF, "d", null, null)));
        lines.count(TypedLine.unread(new Line(1, HALF, "e", null, null)));
        assertFalse(budget.isExceeded());
    }

    @Test
    void allPartsOfAJoinedLineAreHeld() {
        lines.count(new TypedLine(first.line(), List.of(first.line(), second.line()), first.reading(), false, false));
        assertTrue(budget.isExceeded());
    }
}
