package org.unsplat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** Places must be complete: none lacks its offset or size if the other places or the frames of the report have them. */
final class PlaceRule implements Rule {

    private static final List<LineType<?>> PLACED =
            List.of(LockLine.TYPE, HeldLocksPiece.ENTRY, IrqTracePiece.EVENT, FrameLine.TYPE);

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        checkInlined(report, span, problems);
        var hasFrames = hasWholeFrame(span);
        for (var type : PLACED) {
            check(type, hasFrames, span, problems);
        }
    }

    /** A symbolizer repeats a line for each inlined function; only the last copy has an offset. */
    private static void checkInlined(Report report, Span span, Consumer<Problem> problems) {
        for (var place : places(report.lockdep())) {
            if (place != null && place.inline()) {
                problems.accept(new Problem(
                        Problem.Code.MISSING_PART,
                        span.lineOf(line -> isInlined(line, place.function())),
                        "expected the function that " + place.function() + " was inlined into, found another line"));
            }
        }
    }

    private static boolean isInlined(TypedLine line, String function) {
        return line.text().endsWith("[inline]")
                && function != null
                && line.text().contains(function);
    }

    private static List<StackFrame> places(Lockdep facts) {
        var places = new ArrayList<StackFrame>();
        if (facts != null) {
            places.add(facts.preemptionDisabledAt());
            places.add(facts.acquiring() == null ? null : facts.acquiring().at());
            facts.holding().forEach(lock -> places.add(lock.at()));
            facts.held().forEach(list -> list.locks().forEach(lock -> places.add(lock.at())));
        }
        return places;
    }

    private static boolean lacksPlace(Lock lock) {
        return lock.at() == null && !lock.released();
    }

    private static boolean hasWholeFrame(Span span) {
        return span.find(line -> line.is(FrameLine.TYPE) && isWhole(line)) != null;
    }

    private static boolean isWhole(TypedLine line) {
        return line.text().contains("+0x");
    }

    private static <M> void check(LineType<M> type, boolean hasFrames, Span span, Consumer<Problem> problems) {
        TypedLine cut = null;
        var isAnyWhole = hasFrames;
        for (var line : span.own()) {
            var match = line.read(type);
            if (match == null) {
                continue;
            }
            var isCut = !line.isWhole();
            if ((isCut || type == HeldLocksPiece.ENTRY) && match instanceof Lock lock && lacksPlace(lock)) {
                problems.accept(new Problem(
                        Problem.Code.MISSING_PART,
                        line.line().number(),
                        "expected the place where the lock was taken (at:), found no symbol"));
            } else if (isCut && cut == null) {
                cut = line;
            }
            isAnyWhole |= !isCut && isWhole(line);
        }
        if (cut != null && isAnyWhole) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    cut.line().number(),
                    "expected a place with its offset and size as the others have, found one without"));
        }
    }
}
