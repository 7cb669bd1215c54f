package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Warning;

/**
 * {@code stack/1}: the kind, and the first five functions of each stack, sorted: {@code kcsan-data-race},
 * {@code __flush_work < flush_work < ...}, {@code ...}. Functions that say nothing about where the bug is do not count.
 */
final class StackFingerprint {

    private static final int DEPTH = 5;

    private StackFingerprint() {}

    /** The inputs; null if a stack is missing. */
    static List<String> of(Report report) {
        var race = report.race();
        if (race != null && race.accesses().size() != (race.unknownOrigin() ? 1 : 2)) {
            return null;
        }
        var sides = new ArrayList<String>();
        for (var stack : race != null ? stacks(race) : stacks(report)) {
            var names = names(stack, race == null);
            if (names.isEmpty() || names.size() < DEPTH && !report.complete()) {
                return null;
            }
            var side = String.join(" < ", names);
            // A race keeps two equal sides; a lockdep report often prints one stack twice
            if (race != null || !sides.contains(side)) {
                sides.add(side);
            }
        }
        return sides.isEmpty() ? null : inOrder(report.kind(), sides);
    }

    private static List<String> inOrder(String kind, List<String> sides) {
        Collections.sort(sides);
        sides.add(0, kind);
        return sides;
    }

    private static List<List<StackFrame>> stacks(Race race) {
        var stacks = new ArrayList<List<StackFrame>>();
        for (var access : race.accesses()) {
            stacks.add(access.stack());
        }
        return stacks;
    }

    private static List<List<StackFrame>> stacks(Report report) {
        var stacks = new ArrayList<List<StackFrame>>();
        addParts(report.lockdep(), stacks);
        if (report.backtrace() != null) {
            stacks.add(withPlace(report.lockdep().warning(), report.backtrace().frames()));
        }
        return stacks;
    }

    /** Adds the function that warns, which x86 leaves out of the trace, because the registers show it. */
    private static List<StackFrame> withPlace(Warning warning, List<StackFrame> frames) {
        var at = warning == null ? null : FunctionName.of(warning.at());
        if (at == null || frames.stream().anyMatch(frame -> at.equals(FunctionName.of(frame)))) {
            return frames;
        }
        var whole = new ArrayList<>(List.of(warning.at()));
        whole.addAll(frames);
        return whole;
    }

    private static void addParts(Lockdep facts, List<List<StackFrame>> stacks) {
        if (facts.chain() != null) {
            for (var link : facts.chain().links()) {
                stacks.add(link.stack());
            }
        }
        if (facts.registered() != null) {
            stacks.add(facts.registered().frames());
        }
        addIfAny(facts.becameSafe(), stacks);
        addIfAny(facts.becameUnsafe(), stacks);
    }

    private static void addIfAny(IrqSafety safety, List<List<StackFrame>> stacks) {
        if (safety != null && !safety.stack().isEmpty()) {
            stacks.add(safety.stack());
        }
    }

    private static List<String> names(List<StackFrame> stack, boolean ofLocks) {
        var names = new ArrayList<String>(DEPTH);
        for (var frame : stack) {
            var name = FunctionName.of(frame);
            if (name == null) {
                continue;
            }
            if (ofLocks
                    ? !SkippedFunctions.saysNothingOfLocks(name)
                    : !FrameRole.of(name).isInternal()) {
                names.add(name);
                if (names.size() == DEPTH) {
                    break;
                }
            }
        }
        return names;
    }
}
